/** A sandbox of the register of VAT IDs. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.tax;
