package afterorder.order.purchase;

import static afterorder.order.purchase.PurchaseRow.Status.INVOICED;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASED;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASING;
import static afterorder.order.purchase.PurchaseRow.Status.SCHEDULED;

import afterorder.order.OrderId;
import afterorder.order.TechnicalContact;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The row of one purchase: the license lines of an order that are bought together, on one date.
 *
 * @param number counts the purchases of an order from 1
 * @param lines the order's line numbers
 * @param reference counts the vendor's references: rises only after a definite refusal
 * @param asked whether the vendor was, or is about to be, asked under that reference
 */
public record PurchaseRow(
        OrderId orderId,
        int number,
        long version,
        Status status,
        LocalDate purchaseOn,
        List<Integer> lines,
        TechnicalContact technicalContact,
        int reference,
        boolean asked,
        @Nullable Sale sale,
        @Nullable Billing billing,
        Progress progress)
        implements Row {

    /** Longer than any of the functions that work on a purchase may run. */
    public static final Duration LONGEST_STEP = Duration.ofSeconds(120);

    /** How long the vendor's later answer is awaited before it is asked again. */
    private static final Duration VENDOR_MAY_TAKE = Duration.ofMinutes(15);

    /** In this order. */
    public enum Status {
        SCHEDULED,
        PURCHASING,
        PURCHASED,
        INVOICED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static PurchaseRow scheduled(
            OrderId orderId, int number, PlannedPurchase plan, TechnicalContact contact, Seller seller, Instant now) {
        boolean atOnce = !plan.on().isAfter(seller.dateAt(now));
        Instant due = atOnce ? now : seller.purchaseTime(plan.on());
        Progress progress =
                Progress.begun("purchase planned for " + plan.on(), now).awaiting(Deadline.PURCHASE, due);
        return new PurchaseRow(
                orderId, number, 0, SCHEDULED, plan.on(), plan.lines(), contact, 1, false, null, null, progress);
    }

    @Override
    public RowKey key() {
        return RowKey.purchase(orderId, number);
    }

    @Override
    public PurchaseRow withVersion(long version) {
        return new PurchaseRow(
                orderId,
                number,
                version,
                status,
                purchaseOn,
                lines,
                technicalContact,
                reference,
                asked,
                sale,
                billing,
                progress);
    }

    /** Whether it waits for a later date than that of its planning. */
    @JsonIgnore
    public boolean isDeferred() {
        Instant planned = progress.history().getFirst().at();
        return status == SCHEDULED && progress.due().filter(planned::isBefore).isPresent();
    }

    /** Under which name the vendor knows this purchase. */
    public String vendorReference() {
        return orderId + "-" + key().part() + "-" + reference;
    }

    /** The name of the workflow's execution for the present attempt. */
    public String executionName() {
        return orderId + "-" + key().part() + "-" + progress.attempt();
    }

    /** Whether a step of that attempt still has something to do with this row. */
    public boolean isWorkOf(int attempt) {
        return progress.attempt() == attempt;
    }

    /** Begins, or begins anew, whatever comes next for this row; from now on the purchase cannot be called off. */
    public PurchaseRow begun(Instant now) {
        Progress next = progress.nextAttempt();
        return switch (status) {
            case SCHEDULED ->
                with(
                        PURCHASING,
                        asked,
                        sale,
                        billing,
                        next.awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP))
                                .noted("purchase begun", now));
            case PURCHASING ->
                with(status, asked, sale, billing, next.awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP)));
            case PURCHASED ->
                with(status, asked, sale, billing, next.awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP)));
            case INVOICED -> throw new IllegalStateException(key() + " has ended");
        };
    }

    /** Written before the vendor is asked: from now on it may have sold, whatever happens to us. */
    public PurchaseRow asking(Instant now) {
        return with(status, true, sale, billing, progress.awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP)));
    }

    /** The vendor will answer later. */
    public PurchaseRow pending(Instant now) {
        return with(status, asked, sale, billing, progress.awaiting(Deadline.PURCHASING, now.plus(VENDOR_MAY_TAKE)));
    }

    /** The vendor sold, however late we learn it. */
    public PurchaseRow purchased(Sale sale, Instant now) {
        Progress next = progress.unparked()
                .awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP))
                .noted("purchased as " + vendorReference(), now);
        return with(PURCHASED, asked, sale, billing, next);
    }

    /** The vendor refused for good: the next try takes a new reference, once staff has said so. */
    public PurchaseRow refused(String reason, Instant now) {
        Progress parked = progress.parkedFor("refused by the vendor: " + reason, now);
        return new PurchaseRow(
                orderId,
                number,
                version,
                status,
                purchaseOn,
                lines,
                technicalContact,
                reference + 1,
                false,
                sale,
                billing,
                parked);
    }

    public PurchaseRow parked(String reason, Instant now) {
        return with(status, asked, sale, billing, progress.parkedFor(reason, now));
    }

    /**
     * Whether that attempt may bill now. One that began to mail within the same attempt may still be at it, or may be dead:
     * only {@code due-work} judges that, and starts the next attempt.
     */
    public boolean mayBeBilledBy(int attempt) {
        boolean isMailed = billing != null && Objects.equals(billing.mailingAttempt(), attempt);
        return status == PURCHASED && isWorkOf(attempt) && !isMailed;
    }

    /** Invoice and delivery note have their numbers and their date: the first write of billing, before anything is made. */
    public PurchaseRow numbered(Billing billing, Instant now) {
        return billing(billing, now);
    }

    /** Written before the mail is sent: this attempt sends it, and no repetition of it. */
    public PurchaseRow mailing(Instant now) {
        return billing(billed().mailingIn(progress.attempt()), now);
    }

    private PurchaseRow billing(Billing billing, Instant now) {
        return with(status, asked, sale, billing, progress.awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP)));
    }

    private Billing billed() {
        if (billing == null) throw new IllegalStateException(key() + " has no invoice");
        return billing;
    }

    public PurchaseRow invoiced(Instant now) {
        String documents =
                "invoice " + billed().invoiceNumber() + " and delivery note " + billed().deliveryNoteNumber();
        Progress ended = progress.unparked().awaitingNothing().noted(documents + " sent", now);
        return with(INVOICED, asked, sale, billed().sent(now), ended);
    }

    /** What {@code due-work} does about this row. */
    public Overdue overdue(Instant now) {
        if (!progress.overdueAt(now)) return new Overdue.Nothing();
        if (status == SCHEDULED) return new Overdue.Start(begun(now));
        return switch (progress.judge(version, LONGEST_STEP, now)) {
            case Progress.Judgment.InTime() -> new Overdue.Nothing();
            case Progress.Judgment.Suspected(Progress suspected) ->
                new Overdue.Watch(with(status, asked, sale, billing, suspected));
            case Progress.Judgment.Dead() -> new Overdue.Start(begun(now));
            case Progress.Judgment.Hopeless() ->
                new Overdue.Watch(parked("did not get on in " + progress.attempt() + " attempts", now));
        };
    }

    /** What to do about a late row: the row is written first, and only then its execution is started. */
    public sealed interface Overdue {
        record Nothing() implements Overdue {}

        record Watch(PurchaseRow row) implements Overdue {}

        record Start(PurchaseRow row) implements Overdue {}
    }

    private PurchaseRow with(
            Status status, boolean asked, @Nullable Sale sale, @Nullable Billing billing, Progress progress) {
        return new PurchaseRow(
                orderId,
                number,
                version,
                status,
                purchaseOn,
                lines,
                technicalContact,
                reference,
                asked,
                sale,
                billing,
                progress);
    }
}
