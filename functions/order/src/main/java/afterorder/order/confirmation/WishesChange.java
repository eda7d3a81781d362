package afterorder.order.confirmation;

import afterorder.order.ConfirmationWishes;
import java.time.Instant;

/** Wishes for the design of documents that come after the order (S5): they count until the confirmation is being sent. */
public final class WishesChange {
    private WishesChange() {}

    /** What the change came to. */
    public sealed interface Outcome {
        /** To be written. The confirmation itself tells the customer. */
        record Changed(OrderRow order) implements Outcome {}

        /** It is as wished already: a repetition. */
        record Unchanged() implements Outcome {}

        /** The confirmation is being sent: to be asked again in a minute. */
        record BeingSent() implements Outcome {}

        /** The confirmation is out: staff can have a corrected one sent. */
        record Sent() implements Outcome {}
    }

    public static Outcome of(OrderRow row, ConfirmationWishes wished, Instant now) {
        boolean isAsWished = wished.equals(row.amendments().wishes());
        if (isAsWished) return new Outcome.Unchanged();
        if (row.isSent()) return new Outcome.Sent();
        if (row.isBeingSent()) return new Outcome.BeingSent();
        return new Outcome.Changed(row.changed(
                row.plans(),
                row.amendments().with(wished),
                row.progress().noted("other wishes for the confirmation", now),
                now));
    }
}
