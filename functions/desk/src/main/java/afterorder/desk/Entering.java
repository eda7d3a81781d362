package afterorder.desk;

import afterorder.aws.EntitlementStore;
import afterorder.aws.Messages;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.LicenseLine;
import afterorder.order.intake.Violation;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.DeskEntry;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.EnteredLicenses;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import afterorder.order.row.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes what a person of the desk enters: the keys into their bucket first, then the row. Who entered something meanwhile
 * is read again, and both entries stay; objects that no row names any more are never read.
 */
final class Entering {
    private final Rows rows;
    private final Orders orders;
    private final EntitlementStore keys;
    private final VendorOrders vendorOrders;

    Entering(Rows rows, Orders orders, EntitlementStore keys) {
        this.rows = rows;
        this.orders = orders;
        this.keys = keys;
        this.vendorOrders = new VendorOrders(rows);
    }

    /** What an entry came to. */
    sealed interface Outcome {
        record Entered(PurchaseRow row) implements Outcome {}

        /** Nothing of it was kept. @param claim of another purchase on the vendor's order, if that is wrong */
        record Violated(List<Violation> violations, Optional<VendorOrderClaim> claim) implements Outcome {}

        /** Nothing can be entered any more. */
        record Closed(PurchaseRow row) implements Outcome {}
    }

    Outcome enter(RowKey purchase, DeskEntry entry, Instant now) {
        return Messages.undisturbed(() -> enter(rows.purchase(purchase).orElseThrow(), entry, now));
    }

    /** What was entered for the purchase so far; no part of it leaves this function but SENs. */
    EnteredLicenses entered(PurchaseRow row) {
        return EnteredLicenses.of(keys.readEntered(task(row).keyObjects()));
    }

    private Outcome enter(PurchaseRow row, DeskEntry entry, Instant now) {
        if (DeskSteps.awaitsAccount(row) && entry.isOfAccountOnly()) {
            Account account = Objects.requireNonNull(entry.account());
            return new Outcome.Entered(
                    DeskSteps.accountSeen(row, account, now).map(rows::save).orElse(row));
        }
        if (!DeskSteps.isOpen(row)) return new Outcome.Closed(row);
        Map<Integer, LicenseLine> lines =
                row.lines().of(orders.find(row.orderId()).orElseThrow().order());
        EnteredLicenses before = entered(row);
        List<Violation> violations = new ArrayList<>();
        before.check(entry, lines, (place, detail) -> violations.add(new Violation(place, detail)));
        Optional<VendorOrderClaim> claim = vendorOrders.claimed(row, entry);
        Optional<VendorOrderClaim> others = claim.filter(held -> !held.isOpenTo(row));
        others.ifPresent(held -> violations.add(new Violation(
                "/vendorOrder",
                "is entered for order " + held.orderId() + ", purchase-" + held.purchase() + " already")));
        if (!violations.isEmpty()) return new Outcome.Violated(violations, others);
        EnteredLicenses after = before.with(entry);
        List<String> objects = kept(row, before.batches(), after.batches());
        return new Outcome.Entered(
                DeskSteps.entered(row, entry, objects, after.count(), DeskSteps.keysNeeded(lines), now)
                        .map(entered -> vendorOrders.save(row, entered, claim))
                        .orElse(row));
    }

    /** Where the batches stand; those that have not changed stand there already. */
    private List<String> kept(PurchaseRow row, List<List<EnteredLicense>> before, List<List<EnteredLicense>> after) {
        List<String> known = task(row).keyObjects();
        List<String> objects = new ArrayList<>();
        for (int index = 0; index < after.size(); index++) {
            List<EnteredLicense> batch = after.get(index);
            boolean isKept = index < known.size() && index < before.size() && batch.equals(before.get(index));
            objects.add(isKept ? known.get(index) : keys.keepEntered(row, batch));
        }
        return objects;
    }

    private static DeskTask task(PurchaseRow row) {
        return Objects.requireNonNull(row.vendor().desk(), "no task of the desk");
    }
}
