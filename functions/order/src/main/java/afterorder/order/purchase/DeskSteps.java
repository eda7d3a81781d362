package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Outbox;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        DeskTask task = DeskTask.begun(row.vendor().links() + 1, remindAt, escalateAt, now);
        Progress asked = waiting.beside(Deadline.DESK, remindAt)
                .noted("the desk was asked to buy", now)
                .owing(new Notice.DeskTask(task.link()), now);
        return row.withVendor(row.vendor().with(task), asked);
    }

    /** Whether the purchase has a task that something may be entered for: until the vendor's order is read back as ordered. */
    public static boolean isOpen(PurchaseRow row) {
        return row.status() == PurchaseRow.Status.PURCHASING
                && row.vendor().desk() != null
                && (row.vendor().readBack() == null || row.isParked());
    }

    /** How many keys have to be entered: one for each Data Center license. @param lines of the purchase */
    public static int keysNeeded(Map<Integer, LicenseLine> lines) {
        return lines.values().stream()
                .filter(line -> line.deployment() == LicenseLine.Deployment.DATA_CENTER)
                .mapToInt(LicenseLine::quantity)
                .sum();
    }

    /**
     * What became of an entry: complete, the vendor is asked for what was bought, anew if it was read already.
     *
     * @param keyObjects where the keys stand that are in now
     * @param keys how many they are
     * @return nothing when all of it was entered before
     */
    public static Optional<PurchaseRow> entered(
            PurchaseRow row, DeskEntry entry, List<String> keyObjects, int keys, int keysNeeded, Instant now) {
        DeskTask before = taskOf(row);
        DeskTask task = entry.appliedTo(before).withKeys(keyObjects, keys);
        if (task.equals(before)) return Optional.empty();
        return Optional.of(entered(row, task, keysNeeded, now));
    }

    /** What the person entered: complete, the vendor is asked for what was bought. */
    public static PurchaseRow entered(PurchaseRow row, DeskTask task, int keysNeeded, Instant now) {
        PurchaseRow entered = row.withVendor(row.vendor().with(task), row.progress());
        if (row.status() != PurchaseRow.Status.PURCHASING) return entered;
        if (!task.isComplete(keysNeeded)) return awaitedAgain(entered);
        PurchaseRow complete = Buying.answerIsThere(entered, now);
        Progress progress = complete.progress().without(Deadline.DESK).noted("the desk has bought", now);
        return complete.withVendor(complete.vendor().retried(now), progress);
    }

    /** What is no longer complete is not read back either. */
    private static PurchaseRow awaitedAgain(PurchaseRow row) {
        Progress progress = row.progress();
        if (!progress.deadlines().containsKey(Deadline.NEXT_ATTEMPT)) return row;
        Progress waiting =
                progress.awaitingNothing().beside(Deadline.DESK, taskOf(row).escalateAt());
        return row.withProgress(waiting);
    }

    /** Whether something may be said of the technical contact's account still, though the purchase is made. */
    public static boolean awaitsAccount(PurchaseRow row) {
        return row.vendor().desk() != null
                && row.sale() != null
                && row.sale().account().isUnverified();
    }

    /** The desk has seen that the contact verified the account, or not yet: the vendor's question is answered by it at once. */
    public static Optional<PurchaseRow> accountSeen(PurchaseRow row, Account account, Instant now) {
        DeskTask task = taskOf(row);
        if (account == task.account()) return Optional.empty();
        PurchaseRow asked = account == Account.NONE ? row : Verification.lookedAtOnce(row, now);
        return Optional.of(asked.withVendor(row.vendor().with(task.withAccount(account)), asked.progress()));
    }

    /** The desk gets a new link to the task's page, and every earlier one is void. A link that is still to be mailed is new. */
    public static Optional<PurchaseRow> withNewLink(PurchaseRow row, Instant now) {
        DeskTask task = taskOf(row);
        Outbox outbox = row.progress().outbox();
        if (!outbox.claimed() && outbox.notices().contains(new Notice.DeskTask(task.link()))) return Optional.empty();
        DeskTask relinked = task.withNewLink();
        Progress owing = row.progress().owing(new Notice.DeskTask(relinked.link()), now);
        return Optional.of(row.withVendor(row.vendor().with(relinked), owing.noted("the desk got a new link", now)));
    }

    /** Whether that is the last link that was made to the purchase's task: earlier ones are void. */
    public static boolean isOpenedBy(Target.Task link, PurchaseRow row) {
        DeskTask task = row.vendor().desk();
        return task != null && row.number() == link.purchase() && task.link() == link.link();
    }

    private static DeskTask taskOf(PurchaseRow row) {
        return Objects.requireNonNull(row.vendor().desk(), "no task of the desk");
    }

    /** Reminds the desk, then tells its lead. */
    static PurchaseRow overdue(PurchaseRow row, Instant now) {
        DeskTask task = taskOf(row);
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
