/** A sandbox of the marketplace that licenses are bought from: it sells, remembers, and fails on demand. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.vendor;
