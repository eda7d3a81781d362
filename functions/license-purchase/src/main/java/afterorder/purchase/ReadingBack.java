package afterorder.purchase;

import afterorder.aws.EntitlementStore;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.purchase.VendorUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads what the vendor sold, batch by batch: each is stored before the row says so, so that a crash repeats one batch. With
 * the last one it is settled which lines they are for, and compared with what was ordered.
 */
final class ReadingBack {
    /** So that no object, nor what reads it, grows with the order. */
    private static final int LARGEST_BATCH = 500;

    private final VendorAnswers answers;
    private final Vendor vendor;
    private final EntitlementStore entitlements;

    ReadingBack(VendorAnswers answers, Vendor vendor, EntitlementStore entitlements) {
        this.answers = answers;
        this.vendor = vendor;
        this.entitlements = entitlements;
    }

    PurchaseRow begin(
            PurchaseRow asked, PurchaseOrder order, Vendor.Answer.Sold sold, Instant now, BooleanSupplier hasTime) {
        ReadBack nothing = new ReadBack(sold.account(), List.of(), null);
        return goOn(advanced(asked, nothing, sold.first(), order, now), order, now, hasTime);
    }

    /** What was read stays, also when the vendor does not say more for now. */
    PurchaseRow goOn(PurchaseRow seen, PurchaseOrder order, Instant now, BooleanSupplier hasTime) {
        PurchaseRow row = seen;
        while (row.isBeingReadBack()) {
            if (!hasTime.getAsBoolean()) return answers.record(row, current -> Buying.readingOn(current, now));
            ReadBack before = row.vendor().readBack();
            try {
                row = advanced(row, before, vendor.entitlements(order, before.next()), order, now);
            } catch (VendorUnavailable silence) {
                return answers.record(row, current -> Buying.unanswered(current, silence.retryAfter(), now));
            }
        }
        return row;
    }

    private PurchaseRow advanced(
            PurchaseRow row, ReadBack before, Vendor.Batch batch, PurchaseOrder order, Instant now) {
        if (batch.next() != null) {
            ReadBack after = before.and(entitlements.keep(row, batch.entitlements()), batch.next());
            return answers.record(row, current -> Buying.read(current, after, now));
        }
        List<Entitlement> read = new ArrayList<>(entitlements.readAll(before.objects()));
        read.addAll(batch.entitlements());
        List<Entitlement> settled = vendor.settled(order, read);
        ReadBack whole = settled.equals(read)
                ? before.and(entitlements.keep(row, batch.entitlements()), null)
                : new ReadBack(before.account(), keepAll(row, settled), null);
        Comparison comparison = Comparison.of(row.lines(), order.lines(), settled);
        return answers.record(row, current -> Buying.completed(Buying.read(current, whole, now), comparison, now));
    }

    private List<String> keepAll(PurchaseRow row, List<Entitlement> all) {
        List<String> objects = new ArrayList<>();
        for (int first = 0; first < all.size(); first += LARGEST_BATCH) {
            objects.add(entitlements.keep(row, all.subList(first, Math.min(first + LARGEST_BATCH, all.size()))));
        }
        return objects;
    }
}
