/** What staff has made of issued invoices: taken back, wholly or by lines, or replaced. */
@org.jspecify.annotations.NullMarked
package afterorder.order.correction;
