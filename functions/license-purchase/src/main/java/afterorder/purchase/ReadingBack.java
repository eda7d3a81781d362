package afterorder.purchase;

import afterorder.aws.EntitlementStore;
import afterorder.aws.Rows;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorOrder.ReadBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Reads what the vendor sold, batch by batch: each is stored before the row says so, so that a crash repeats one batch. With
 * the last one it is compared with what was ordered.
 */
final class ReadingBack {
    private final Rows rows;
    private final Vendor vendor;
    private final EntitlementStore entitlements;

    ReadingBack(Rows rows, Vendor vendor, EntitlementStore entitlements) {
        this.rows = rows;
        this.vendor = vendor;
        this.entitlements = entitlements;
    }

    PurchaseRow begin(
            PurchaseRow asked, PurchaseOrder order, Vendor.Answer.Sold sold, Instant now, BooleanSupplier hasTime) {
        ReadBack nothing = new ReadBack(sold.account(), List.of(), null);
        return goOn(advanced(asked, nothing, sold.first(), order, now), order, now, hasTime);
    }

    /** @throws afterorder.order.purchase.VendorUnavailable when the vendor does not say more; what was read stays */
    PurchaseRow goOn(PurchaseRow seen, PurchaseOrder order, Instant now, BooleanSupplier hasTime) {
        PurchaseRow row = seen;
        while (row.isBeingReadBack()) {
            if (!hasTime.getAsBoolean()) return record(row, current -> Buying.readingOn(current, now));
            ReadBack before = row.vendor().readBack();
            row = advanced(row, before, vendor.entitlements(order, before.next()), order, now);
        }
        return row;
    }

    private PurchaseRow advanced(
            PurchaseRow row, ReadBack before, Vendor.Batch batch, PurchaseOrder order, Instant now) {
        ReadBack after = before.and(entitlements.keep(row, batch.entitlements()), batch.next());
        if (batch.next() != null) return record(row, current -> Buying.read(current, after, now));
        List<Entitlement> all = new ArrayList<>(entitlements.readAll(before.objects()));
        all.addAll(batch.entitlements());
        Comparison comparison = Comparison.of(row.lines(), order.lines(), all);
        return record(row, current -> Buying.completed(Buying.read(current, after, now), comparison, now));
    }

    private PurchaseRow record(PurchaseRow seen, UnaryOperator<PurchaseRow> rule) {
        return rows.record(
                seen, current -> current.awaitsAnswerTo(seen) ? Optional.of(rule.apply(current)) : Optional.empty());
    }
}
