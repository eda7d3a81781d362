package afterorder.order.purchase;

import afterorder.order.OrderId;
import afterorder.order.row.Deadline;
import afterorder.order.row.RowKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The vendor tells that an order has got its outcome, or its technical contact an account, which is to be asked for. It may
 * come late, doubled, or not at all, so it says nothing that is believed: it only makes the vendor be asked sooner.
 *
 * @param id the same for the same event sent again
 * @param reference under which the order was placed
 */
public record VendorEvent(String id, String reference) {
    private static final Pattern REFERENCE = Pattern.compile("([0-9A-Z]{13})-purchase-([1-9][0-9]{0,3})-[0-9]{1,6}");

    /** The row of the purchase that it tells of; empty when the reference is none of ours. */
    public Optional<RowKey> purchase() {
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches() || !OrderId.isValid(parts.group(1))) return Optional.empty();
        return Optional.of(RowKey.purchase(new OrderId(parts.group(1)), Integer.parseInt(parts.group(2))));
    }

    /**
     * What it makes of that row; empty when it is no news: it came before, the vendor is about to be asked anyway, or what it
     * sold under that reference is known, though staff may still have to decide on it.
     */
    public Optional<PurchaseRow> appliedTo(PurchaseRow row, Instant now) {
        boolean isRepeated = id.equals(row.vendor().lastEvent());
        if (isRepeated || !row.vendorReference().equals(reference)) return Optional.empty();
        if (awaitsOutcome(row) && !isAskedAnyway(row, Deadline.NEXT_ATTEMPT, now)) {
            return Optional.of(told(Buying.answerIsThere(row, now)));
        }
        if (awaitsAccount(row) && !isAskedAnyway(row, Deadline.VERIFICATION, now)) {
            return Optional.of(told(Verification.lookedAtOnce(row, now)));
        }
        return Optional.empty();
    }

    private PurchaseRow told(PurchaseRow asked) {
        return asked.withVendor(asked.vendor().toldBy(id), asked.progress());
    }

    private static boolean awaitsOutcome(PurchaseRow row) {
        return row.status() == PurchaseRow.Status.PURCHASING
                && row.vendor().askedSince() != null
                && row.vendor().readBack() == null;
    }

    private static boolean awaitsAccount(PurchaseRow row) {
        return row.sale() != null && row.sale().account().isUnverified();
    }

    private static boolean isAskedAnyway(PurchaseRow row, Deadline look, Instant now) {
        Instant next = row.progress().deadlines().get(look);
        return next != null && !next.isAfter(now);
    }
}
