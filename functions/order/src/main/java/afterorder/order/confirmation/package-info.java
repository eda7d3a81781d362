/** The order's row: from received over sending to sent, and what its confirmation says. */
@org.jspecify.annotations.NullMarked
package afterorder.order.confirmation;
