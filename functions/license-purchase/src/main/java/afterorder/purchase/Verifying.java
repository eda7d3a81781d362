package afterorder.purchase;

import afterorder.aws.Rows;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.Verification;
import afterorder.order.row.RowKey;
import java.time.Instant;
import java.util.Optional;

/** Asks the vendor whether the technical contact of a made purchase has verified the account (S40 to S42). */
final class Verifying {
    private final Rows rows;
    private final PurchaseOrders orders;
    private final Vendor vendor;

    Verifying(Rows rows, PurchaseOrders orders, Vendor vendor) {
        this.rows = rows;
        this.orders = orders;
        this.vendor = vendor;
    }

    /**
     * @param look which one it is; one that was taken already has no effect
     * @throws afterorder.order.purchase.VendorUnavailable when the vendor does not say; the row asks again in an hour
     */
    void look(RowKey key, int look, Instant now) {
        PurchaseRow row = rows.purchase(key).orElseThrow();
        if (!Verification.awaits(row, look)) return;
        Account account = vendor.account(orders.of(row));
        rows.record(
                row,
                current -> account == Account.NONE && Verification.isAskedAnew(row, current)
                        ? Optional.empty()
                        : Verification.answered(current, look, account, now));
    }
}
