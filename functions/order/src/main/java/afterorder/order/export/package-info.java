/** What a customer may have of its own data. */
@org.jspecify.annotations.NullMarked
package afterorder.order.export;
