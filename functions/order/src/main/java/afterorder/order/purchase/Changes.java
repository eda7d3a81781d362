package afterorder.order.purchase;

import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.settings.Seller;
import java.time.Instant;
import java.util.Optional;

/** What the customer may change of a purchase until it has begun (S35, S36). */
public final class Changes {
    private Changes() {}

    /** What a change came to. */
    public sealed interface Outcome {
        /** To be written; the customer is told. */
        record Changed(PurchaseRow row) implements Outcome {}

        /** It is as wanted already: a repetition. */
        record Unchanged(PurchaseRow row) implements Outcome {}

        /** It has begun, or has ended. */
        record TooLate(PurchaseRow row) implements Outcome {}

        /** The customer is to be told of earlier changes first. */
        record TooMany() implements Outcome {}
    }

    public static Outcome move(PurchaseRow row, Wish wish, Seller seller, Instant now) {
        if (row.status() != PurchaseRow.Status.SCHEDULED) return new Outcome.TooLate(row);
        if (isAsWished(row, wish, seller, now)) return new Outcome.Unchanged(row);
        if (row.progress().owesMuch()) return new Outcome.TooMany();
        Progress moved = row.progress().unparked().awaiting(Deadline.PURCHASE, seller.purchaseTime(wish.date(), now));
        return new Outcome.Changed(
                row.with(wish.date(), row.lines(), row.technicalContact(), told(row, wish, moved, now)));
    }

    /** A purchase that is about to begin is as wished by who wants it today. */
    private static boolean isAsWished(PurchaseRow row, Wish wish, Seller seller, Instant now) {
        if (row.purchaseOn().equals(wish.date()) && !wish.isNow()) return true;
        return !wish.date().isAfter(seller.dateAt(now)) && !waits(row, now);
    }

    /** For its hour; what is parked waits for staff. */
    private static boolean waits(PurchaseRow row, Instant now) {
        return Optional.ofNullable(row.progress().deadlines().get(Deadline.PURCHASE))
                .filter(begin -> begin.isAfter(now))
                .isPresent();
    }

    /** Who does not wait for the hour of the same day is told by the purchase itself. */
    private static Progress told(PurchaseRow row, Wish wish, Progress moved, Instant now) {
        if (row.purchaseOn().equals(wish.date())) return moved.noted("not to wait for its hour", now);
        return moved.owing(new Notice.Moved(row.number(), row.purchaseOn(), wish.date()), now)
                .noted("moved from " + row.purchaseOn() + " to " + wish.date(), now);
    }

    public static Outcome callOff(PurchaseRow row, Instant now) {
        return switch (row.status()) {
            case CANCELLED -> new Outcome.Unchanged(row);
            case SCHEDULED -> new Outcome.Changed(calledOff(row, now));
            case PURCHASING, PURCHASED, INVOICED -> new Outcome.TooLate(row);
        };
    }

    /**
     * The contact is registered with the vendor at the purchase, so until then it can be another. Its order's row tells the
     * customer.
     *
     * @throws IllegalStateException when it has begun, or has ended
     */
    public static PurchaseRow register(PurchaseRow row, TechnicalContact contact, Instant now) {
        if (row.status() != PurchaseRow.Status.SCHEDULED) throw new IllegalStateException(row.key() + " has begun");
        return row.with(row.purchaseOn(), row.lines(), contact, row.progress().noted("another technical contact", now));
    }

    static PurchaseRow calledOff(PurchaseRow row, Instant now) {
        Progress ended = row.progress()
                .unparked()
                .awaitingNothing()
                .without(Deadline.DESK)
                .owing(new Notice.CalledOff(row.number(), row.purchaseOn()), now)
                .noted("called off", now);
        return row.with(PurchaseRow.Status.CANCELLED, ended);
    }
}
