/** The function customer-export: a customer's data as a ZIP. */
@org.jspecify.annotations.NullMarked
package afterorder.export;
