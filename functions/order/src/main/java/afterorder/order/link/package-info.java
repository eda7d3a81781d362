/** What a mailed link opens, and until when. */
@org.jspecify.annotations.NullMarked
package afterorder.order.link;
