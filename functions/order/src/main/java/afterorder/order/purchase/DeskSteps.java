package afterorder.order.purchase;

import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the desk's work makes of the row of a purchase that a person buys in the vendor's portal. */
public final class DeskSteps {
    private DeskSteps() {}

    /**
     * The desk is asked to buy, once.
     *
     * @param remindAt after which the desk is reminded
     * @param escalateAt after which its lead is told
     */
    public static PurchaseRow commissioned(PurchaseRow row, Instant remindAt, Instant escalateAt, Instant now) {
        Progress waiting = row.progress().advancing().awaitingNothing();
        if (row.vendor().desk() != null) return row.withProgress(waiting);
        DeskTask task = DeskTask.begun(now, remindAt, escalateAt);
        Progress asked = waiting.beside(Deadline.DESK, remindAt)
                .noted("the desk was asked to buy", now)
                .owing(new Notice.DeskTask(task.link()), now);
        return row.withVendor(row.vendor().with(task), asked);
    }

    /** What the person entered: complete, the vendor is asked for what was bought. */
    public static PurchaseRow entered(PurchaseRow row, DeskTask task, int keysNeeded, Instant now) {
        PurchaseRow entered = row.withVendor(row.vendor().with(task), row.progress());
        if (!task.isComplete(keysNeeded) || row.status() != PurchaseRow.Status.PURCHASING) return entered;
        PurchaseRow complete = Buying.answerIsThere(entered, now);
        return complete.withProgress(complete.progress().without(Deadline.DESK).noted("the desk has bought", now));
    }

    /** Reminds the desk, then tells its lead. */
    static PurchaseRow overdue(PurchaseRow row, Instant now) {
        DeskTask task = Objects.requireNonNull(row.vendor().desk(), "no task of the desk");
        Progress progress = row.progress();
        if (now.isBefore(task.escalateAt())) {
            return row.withProgress(
                    progress.beside(Deadline.DESK, task.escalateAt()).owing(new Notice.DeskReminder(), now));
        }
        return row.withProgress(progress.without(Deadline.DESK).owing(new Notice.DeskEscalation(), now));
    }

    /** Whether the desk should have bought by now. */
    public static boolean isOverdue(@Nullable DeskTask task, Instant now) {
        return task != null && !now.isBefore(task.remindAt());
    }
}
