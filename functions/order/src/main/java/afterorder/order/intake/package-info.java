/** Reading a posted order: all violations at once, each with its place. */
@org.jspecify.annotations.NullMarked
package afterorder.order.intake;
