package afterorder.order.confirmation;

import afterorder.order.ConfirmationWishes;
import afterorder.order.Order;
import java.time.Instant;

/**
 * Wishes for the design of documents that come after the order (S5): they count until the confirmation is being sent;
 * afterwards staff can have a corrected one sent, which has another number and repeats the lines unchanged.
 */
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

        /** The confirmation is not out: there is nothing to correct yet. */
        record NotSent() implements Outcome {}
    }

    /** By the customer. @param order as it was placed */
    public static Outcome of(OrderRow row, Order order, ConfirmationWishes wished, Instant now) {
        if (isAsWished(row, order, wished)) return new Outcome.Unchanged();
        if (row.isDispatched()) return new Outcome.Sent();
        if (row.isBeingSent()) return new Outcome.BeingSent();
        return new Outcome.Changed(row.changed(
                row.plans(),
                row.amendments().with(wished),
                row.progress().noted("other wishes for the confirmation", now),
                now));
    }

    /** By staff, after the dispatch. @param order as it was placed */
    public static Outcome corrected(OrderRow row, Order order, ConfirmationWishes wished, String reason, Instant now) {
        if (!row.isDispatched()) return new Outcome.NotSent();
        if (isAsWished(row, order, wished)) return new Outcome.Unchanged();
        if (row.isBeingSent()) return new Outcome.BeingSent();
        return new Outcome.Changed(row.corrected(wished, reason, now));
    }

    private static boolean isAsWished(OrderRow row, Order order, ConfirmationWishes wished) {
        return wished.equals(
                row.amendments().wishes() == null
                        ? order.confirmation()
                        : row.amendments().wishes());
    }
}
