/** How the sources of the whole repository are written. */
@org.jspecify.annotations.NullMarked
package afterorder.formatting;
