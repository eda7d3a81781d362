/** The function order-changes: what the customer changes of an order that has been placed. */
@org.jspecify.annotations.NullMarked
package afterorder.changes;
