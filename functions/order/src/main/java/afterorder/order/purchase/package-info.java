/** The purchase's row: from scheduled over purchasing and purchased to invoiced, and the port to the vendor. */
@org.jspecify.annotations.NullMarked
package afterorder.order.purchase;
