package afterorder.purchase;

import afterorder.aws.EntitlementStore;
import afterorder.aws.Rows;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.KeyDeletion;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the license keys whose term is long over: what is left of a batch is written over it, and S3 deletes what was there
 * a day later. A repetition finds nothing left to do.
 */
final class ForgettingKeys {
    private final Rows rows;
    private final EntitlementStore keys;
    private final ZoneId zone;

    ForgettingKeys(Rows rows, EntitlementStore keys, ZoneId zone) {
        this.rows = rows;
        this.keys = keys;
        this.zone = zone;
    }

    void forget(RowKey key, Instant now) {
        PurchaseRow row = rows.purchase(key).orElseThrow();
        if (!KeyDeletion.isAwaitedBy(row)) return;
        List<String> objects = row.sale().entitlementObjects();
        List<Entitlement> left = keys.reduce(objects, sold -> KeyDeletion.remaining(sold, zone, now));
        if (row.vendor().desk() != null) keys.forgetEntered(row.vendor().desk().keyObjects());
        rows.record(row, current -> Optional.of(KeyDeletion.awaited(current, left, zone)));
    }
}
