/** The function vendor-events. */
@org.jspecify.annotations.NullMarked
package afterorder.vendorevents;
