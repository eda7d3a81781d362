package afterorder.order.purchase;

import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the technical contact verified the account: asked a few times, reminded, and given up (S40 to S42). Who says in
 * between, or after it was given up, that there is news has the vendor asked at once.
 */
public final class Verification {
    private static final Duration QUESTION_MAY_TAKE = Duration.ofHours(1);

    private Verification() {}

    /** Sees that the vendor will be asked, where there is something to ask. */
    static Progress awaited(Progress progress, Sale sale) {
        if (!sale.account().isPending()) return progress;
        return progress.beside(Deadline.VERIFICATION, sale.account().nextLook(sale.purchasedAt()));
    }

    static Overdue<PurchaseRow> overdue(PurchaseRow row, Instant now) {
        return new Overdue.Verify<>(
                row.withProgress(row.progress().beside(Deadline.VERIFICATION, now.plus(QUESTION_MAY_TAKE))));
    }

    /** Somebody knows that there is news of the account. */
    static PurchaseRow lookedAtOnce(PurchaseRow row, Instant now) {
        return row.withProgress(row.progress().beside(Deadline.VERIFICATION, now));
    }

    /** Whether that look is the next one. */
    public static boolean awaits(PurchaseRow row, int look) {
        Sale sale = row.sale();
        return sale != null
                && sale.account().isUnverified()
                && sale.account().looks() == look
                && row.progress().deadlines().containsKey(Deadline.VERIFICATION);
    }

    /**
     * What the vendor's answer makes of the row; nothing when that look has been taken already.
     *
     * @param look which one the vendor was asked for
     */
    public static Optional<PurchaseRow> answered(PurchaseRow row, int look, Account answer, Instant now) {
        if (!awaits(row, look)) return Optional.empty();
        Sale sale = row.sale();
        return Optional.of(answer == Account.NONE ? notYet(row, sale, now) : verified(row, sale, now));
    }

    /** Whether somebody had news while the vendor was asked: that nothing is verified yet is out of date then. */
    public static boolean isAskedAnew(PurchaseRow asked, PurchaseRow current) {
        return !Objects.equals(look(asked), look(current));
    }

    private static @Nullable Instant look(PurchaseRow row) {
        return row.progress().deadlines().get(Deadline.VERIFICATION);
    }

    /** A look before its day, since there was said to be news, counts for nothing. */
    private static PurchaseRow notYet(PurchaseRow row, Sale sale, Instant now) {
        if (!sale.account().isPending()) return row.withProgress(row.progress().without(Deadline.VERIFICATION));
        boolean isEarly = now.isBefore(sale.account().nextLook(sale.purchasedAt()));
        return isEarly ? row.withProgress(awaited(row.progress(), sale)) : stillPending(row, sale, now);
    }

    private static PurchaseRow verified(PurchaseRow row, Sale sale, Instant now) {
        Progress ended = row.progress()
                .without(Deadline.VERIFICATION)
                .noted("the technical contact has verified the account", now);
        return row.withSale(sale.with(sale.account().ended(ContactAccount.Status.VERIFIED)), ended);
    }

    private static PurchaseRow stillPending(PurchaseRow row, Sale sale, Instant now) {
        if (sale.account().isLastLook()) return givenUp(row, sale, now);
        int day = sale.account().day();
        Sale looked = sale.with(sale.account().lookedAgain());
        Progress next = awaited(row.progress(), looked);
        boolean reminds = ContactAccount.REMINDING_ON_DAYS.contains(day);
        return row.withSale(looked, reminds ? next.owing(new Notice.VerificationReminder(day), now) : next);
    }

    private static PurchaseRow givenUp(PurchaseRow row, Sale sale, Instant now) {
        Progress ended = row.progress()
                .without(Deadline.VERIFICATION)
                .noted("the technical contact has not verified the account", now)
                .owing(new Notice.Unverified(), now);
        return row.withSale(sale.with(sale.account().ended(ContactAccount.Status.UNVERIFIED)), ended);
    }
}
