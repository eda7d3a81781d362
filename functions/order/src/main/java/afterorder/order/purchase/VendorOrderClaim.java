package afterorder.order.purchase;

import afterorder.order.OrderId;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For which purchase an order of the vendor is entered: one at the most, since what it sold would be billed twice otherwise.
 * It stands in a row of its own, which is written together with the purchase's.
 *
 * @param number the vendor's, in upper case, since people do not look at that
 * @param orderId of the purchase; absent when the entry was corrected there
 * @param purchase its number; 0 when there is none
 */
public record VendorOrderClaim(
        String number, long version, @Nullable OrderId orderId, int purchase) implements Row {
    private static final String PART = "vendor-order";

    public static VendorOrderClaim unclaimed(String vendorOrder) {
        return new VendorOrderClaim(upper(vendorOrder), 0, null, 0);
    }

    public static RowKey keyOf(String vendorOrder) {
        return new RowKey(PART + "-" + upper(vendorOrder), PART);
    }

    /** Whether the vendor's order may be entered for that purchase. */
    public boolean isOpenTo(PurchaseRow row) {
        return orderId == null || isOf(row);
    }

    public boolean isOf(PurchaseRow row) {
        return row.orderId().equals(orderId) && row.number() == purchase;
    }

    /** @throws IllegalStateException when another purchase has it */
    public VendorOrderClaim by(PurchaseRow row) {
        if (!isOpenTo(row)) throw new IllegalStateException(key() + " is claimed by another than " + row.key());
        return new VendorOrderClaim(number, version, row.orderId(), row.number());
    }

    public VendorOrderClaim freed() {
        return new VendorOrderClaim(number, version, null, 0);
    }

    @Override
    public RowKey key() {
        return keyOf(number);
    }

    @Override
    public VendorOrderClaim withVersion(long version) {
        return new VendorOrderClaim(number, version, orderId, purchase);
    }

    private static String upper(String vendorOrder) {
        return vendorOrder.toUpperCase(Locale.ROOT);
    }
}
