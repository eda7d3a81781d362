/** What every row of the table has: deadlines, a reason to be parked, a history. */
@org.jspecify.annotations.NullMarked
package afterorder.order.row;
