package afterorder.order.row;

import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.notice.Delivery;
import afterorder.order.notice.Notice;
import afterorder.order.row.Progress.Judgment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What to do about a late row: the row is written first, and only then handed over. */
public sealed interface Overdue<R extends WorkedRow> {

    record Nothing<R extends WorkedRow>() implements Overdue<R> {}

    /** Nothing but the row is to be written. */
    record Watch<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** The row's next attempt begins. */
    record Begin<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** The row's notices are to be sent. */
    record Notify<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** Who works on the row is to be reminded, and again some working time later. */
    record Remind<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** The vendor is to be asked about the technical contact. */
    record Verify<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** Those of the purchase's license keys are to be deleted whose time is over. */
    record ForgetKeys<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** The order's rows are to be given up, unless something that came of it is kept on. */
    record Expire<R extends WorkedRow>(R row) implements Overdue<R> {}

    /** Nothing but the row is to be written: so many died while they sent that notice that nobody else is to try. */
    record GiveUp<R extends WorkedRow>(R row, Notice notice) implements Overdue<R> {}

    /** A step of a row that may be dead: watched, begun anew, or parked when it was tried often enough. */
    static <R extends WorkedRow> Overdue<R> judged(
            R row, Deadline step, Duration longestRun, Supplier<R> again, Function<Progress, R> rowWith, Instant now) {
        Progress progress = row.progress();
        return switch (progress.judge(step, row.version(), longestRun, now)) {
            case Judgment.Suspected(Progress suspected) -> new Watch<>(rowWith.apply(suspected));
            case Judgment.Dead() -> new Begin<>(again.get());
            case Judgment.Hopeless() -> {
                Statement stuck = Phrase.STUCK.with(progress.fruitless());
                yield new Watch<>(rowWith.apply(progress.awaitingNothing().parkedFor(stuck, List.of(), now)));
            }
        };
    }

    /**
     * Notices that nobody is sending are handed over again; a claimed one only when its sender is found dead, and not for
     * ever.
     */
    static <R extends WorkedRow> Overdue<R> notices(R row, Function<Progress, R> rowWith, Instant now) {
        Progress progress = row.progress();
        if (!progress.outbox().claimed()) return new Notify<>(rowWith.apply(progress.handingOverNotices(now)));
        if (progress.judge(Deadline.NOTICE, row.version(), Progress.LONGEST_NOTIFYING, now)
                instanceof Judgment.Suspected(Progress suspected)) {
            return new Watch<>(rowWith.apply(suspected));
        }
        Progress unclaimed = progress.unclaimed();
        Notice first = unclaimed.outbox().first();
        return unclaimed.outbox().fruitless() < Progress.MOST_ATTEMPTS
                ? new Notify<>(rowWith.apply(unclaimed.handingOverNotices(now)))
                : new GiveUp<>(rowWith.apply(Delivery.givenUp(unclaimed, now)), first);
    }
}
