/** The function license-purchase: buys at the vendor, and parks what cannot go on. */
@org.jspecify.annotations.NullMarked
package afterorder.purchase;
