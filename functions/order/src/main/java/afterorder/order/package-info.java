/** The order as the customer placed it: values and records that check themselves, in the shape of the HTTP interface. */
@org.jspecify.annotations.NullMarked
package afterorder.order;
