package afterorder.order.confirmation;

import static afterorder.order.confirmation.OrderRow.LONGEST_SENDING;

import afterorder.order.Phrase;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Patience;
import afterorder.order.row.Progress;
import java.time.Duration;
import java.time.Instant;

/** What is done about a confirmation whose message got lost, or whose sender died. */
final class Sending {
    static final Duration MESSAGE_MAY_TAKE = Duration.ofMinutes(2);
    private static final Patience WITH_MESSAGES = new Patience(MESSAGE_MAY_TAKE, Duration.ofHours(1));

    private Sending() {}

    /** Hands the order to the sender once more. */
    static OrderRow begunAnew(OrderRow row, Instant now) {
        Progress next = row.progress().nextAttempt();
        return row.withProgress(next.awaiting(Deadline.LOST, now.plus(WITH_MESSAGES.after(next.fruitless()))));
    }

    /** Whether an attempt that takes too long is dead, and whether another one makes sense. */
    static Overdue<OrderRow> judged(OrderRow row, Instant now) {
        return switch (row.progress().judge(Deadline.SENDING, row.version(), LONGEST_SENDING, now)) {
            case Progress.Judgment.Suspected(Progress suspected) -> new Overdue.Watch<>(row.withProgress(suspected));
            case Progress.Judgment.Dead() -> new Overdue.Begin<>(begunAnew(row.takenBack(), now));
            case Progress.Judgment.Hopeless() ->
                new Overdue.Watch<>(row.parked(
                        Phrase.CONFIRMATION_UNSENT.with(row.progress().fruitless()), now));
        };
    }
}
