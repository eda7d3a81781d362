package afterorder.order.purchase;

import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.settings.Seller;
import java.time.Instant;
import java.time.LocalDate;

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
        record TooLate(PurchaseRow.Status status) implements Outcome {}
    }

    /** @param date today or later, in the seller's zone; today means at once */
    public static Outcome move(PurchaseRow row, LocalDate date, Seller seller, Instant now) {
        if (row.status() != PurchaseRow.Status.SCHEDULED) return new Outcome.TooLate(row.status());
        if (row.purchaseOn().equals(date)) return new Outcome.Unchanged(row);
        Progress moved = row.progress()
                .unparked()
                .awaiting(Deadline.PURCHASE, seller.purchaseTime(date, now))
                .owing(new Notice.Moved(row.number(), row.purchaseOn(), date), now)
                .noted("moved from " + row.purchaseOn() + " to " + date, now);
        return new Outcome.Changed(row.with(date, row.lines(), row.technicalContact(), moved));
    }

    public static Outcome callOff(PurchaseRow row, Instant now) {
        return switch (row.status()) {
            case CANCELLED -> new Outcome.Unchanged(row);
            case SCHEDULED -> new Outcome.Changed(calledOff(row, now));
            case PURCHASING, PURCHASED, INVOICED -> new Outcome.TooLate(row.status());
        };
    }

    /** The contact is registered with the vendor at the purchase, so until then it can be another. */
    public static Outcome register(PurchaseRow row, TechnicalContact contact, Instant now) {
        if (row.status() != PurchaseRow.Status.SCHEDULED) return new Outcome.TooLate(row.status());
        if (row.technicalContact().equals(contact)) return new Outcome.Unchanged(row);
        return new Outcome.Changed(row.with(
                row.purchaseOn(), row.lines(), contact, row.progress().noted("another technical contact", now)));
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
