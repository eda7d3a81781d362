/** Reading the fields of JSON that others wrote, with every mistake at once, each with its place. */
@org.jspecify.annotations.NullMarked
package afterorder.order.fields;
