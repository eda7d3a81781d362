package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.tax.TaxChecking;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What staff can do about a parked purchase. */
public final class Remedies {
    private Remedies() {}

    /** Something that staff can do. */
    public enum Remedy {
        /** To go on from where it stood; after a refusal under a new reference. */
        RETRY,
        /** To take what was sold, and bill it. */
        ACCEPT,
        /** To say how the order is taxed, whose VAT ID is not confirmed. */
        DECIDE_TAX,
        /** To give the purchase up, which the vendor surely did not sell. */
        CALL_OFF;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is not parked goes on by itself; only what a person of the desk has to buy can be given up then. */
    public static List<Remedy> of(PurchaseRow row) {
        List<Remedy> remedies = new ArrayList<>();
        if (!row.isParked() && !row.awaitsDesk()) return remedies;
        if (row.isParked()) remedies.add(Remedy.RETRY);
        if (isAcceptable(row)) remedies.add(Remedy.ACCEPT);
        if (isTaxUndecided(row)) remedies.add(Remedy.DECIDE_TAX);
        if (isSurelyUnsold(row)) remedies.add(Remedy.CALL_OFF);
        return List.copyOf(remedies);
    }

    /** Whether it is its mail that is missing, so that another address may help. */
    public static boolean isUnmailed(PurchaseRow row) {
        return row.isParked() && row.status() == PurchaseRow.Status.PURCHASED && !isTaxUndecided(row);
    }

    /** The work goes on from where it stood; what was read of the sale is read anew. */
    public static PurchaseRow retried(PurchaseRow row, Instant now) {
        Progress fresh = row.progress().unparked().advancing().noted("retried", now);
        Deadline next = row.status() == PurchaseRow.Status.SCHEDULED ? Deadline.PURCHASE : Deadline.NEXT_ATTEMPT;
        boolean isUnsold = row.status() == PurchaseRow.Status.PURCHASING;
        return row.withVendor(isUnsold ? row.vendor().retried(now) : row.vendor(), fresh.awaiting(next, now));
    }

    /** Given up by staff. @throws IllegalStateException when the vendor may have sold it: it is no remedy then */
    public static PurchaseRow calledOff(PurchaseRow row, Instant now) {
        if (!isSurelyUnsold(row)) throw new IllegalStateException(row.key() + " may be sold");
        return Changes.calledOff(row, now);
    }

    /**
     * What acceptance makes of a purchase.
     *
     * @param accepted bills what was sold
     * @param rest a purchase of its own for what was not, parked; absent when everything was sold
     */
    public record Acceptance(PurchaseRow accepted, Optional<PurchaseRow> rest) {}

    /**
     * What was sold is taken as it is.
     *
     * @param reason why, as staff said
     * @param restNumber of a purchase that the order has not yet
     */
    public static Acceptance accepted(PurchaseRow row, Order order, String reason, int restNumber, Instant now) {
        if (!isAcceptable(row)) throw new IllegalStateException(row.key() + " has nothing to accept");
        LineSelection sold = row.vendor().deviating();
        Progress next =
                row.progress().awaiting(Deadline.NEXT_ATTEMPT, now).noted("what was sold was accepted: " + reason, now);
        PurchaseRow purchased = Buying.purchased(row, reason, next, now);
        PurchaseRow accepted = purchased.with(row.purchaseOn(), sold, row.technicalContact(), purchased.progress());
        LineSelection unsold = unsold(row.lines().of(order), sold.of(order), order);
        return new Acceptance(
                accepted, unsold.isEmpty() ? Optional.empty() : Optional.of(rest(row, unsold, restNumber, now)));
    }

    private static PurchaseRow rest(PurchaseRow row, LineSelection unsold, int number, Instant now) {
        Statement reason = Phrase.REST.with(row.number());
        Progress parked =
                Progress.begun("rest of purchase-" + row.number(), now).parkedFor(reason, List.of(), now);
        return new PurchaseRow(
                row.orderId(),
                number,
                0,
                PurchaseRow.Status.SCHEDULED,
                row.purchaseOn(),
                unsold,
                row.technicalContact(),
                VendorOrder.NEW,
                null,
                null,
                parked);
    }

    private static LineSelection unsold(
            SortedMap<Integer, LicenseLine> ordered, SortedMap<Integer, LicenseLine> sold, Order order) {
        SortedMap<Integer, Integer> quantities = new TreeMap<>();
        ordered.forEach((number, line) -> {
            int left = line.quantity()
                    - (sold.containsKey(number) ? sold.get(number).quantity() : 0);
            if (left > 0) quantities.put(number, left);
        });
        return LineSelection.all(order).reducedTo(quantities, order.licenses());
    }

    private static boolean isAcceptable(PurchaseRow row) {
        return row.isParked()
                && row.status() == PurchaseRow.Status.PURCHASING
                && row.vendor().deviating() != null
                && !row.vendor().deviating().isEmpty();
    }

    private static boolean isTaxUndecided(PurchaseRow row) {
        return row.status() == PurchaseRow.Status.PURCHASED && TaxChecking.awaitsDecision(row.progress());
    }

    /**
     * Not asked under the present reference, for before, it was refused, or never begun; or to be bought by a person of the
     * desk, who has entered nothing that says that it was.
     */
    private static boolean isSurelyUnsold(PurchaseRow row) {
        return switch (row.status()) {
            case SCHEDULED -> true;
            case PURCHASING ->
                row.vendor().desk() == null
                        ? row.isParked() && row.vendor().askedSince() == null
                        : row.vendor().desk().isUntouched();
            case PURCHASED, INVOICED, CANCELLED -> false;
        };
    }
}
