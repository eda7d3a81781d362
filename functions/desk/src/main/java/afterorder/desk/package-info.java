/** The function desk: what staff decides on what is parked, and what a person enters who buys in the vendor's portal. */
@org.jspecify.annotations.NullMarked
package afterorder.desk;
