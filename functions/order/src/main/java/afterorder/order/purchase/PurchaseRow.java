package afterorder.order.purchase;

import static afterorder.order.purchase.PurchaseRow.Status.CANCELLED;
import static afterorder.order.purchase.PurchaseRow.Status.INVOICED;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASED;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASING;
import static afterorder.order.purchase.PurchaseRow.Status.SCHEDULED;

import afterorder.order.LineSelection;
import afterorder.order.OrderId;
import afterorder.order.Statement;
import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.settings.Seller;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of one purchase: license lines of an order that are bought together, on one date.
 *
 * @param number counts the purchases of an order from 1
 * @param purchaseOn in the seller's zone
 * @param vendor how far it has got at the vendor
 */
public record PurchaseRow(
        OrderId orderId,
        int number,
        long version,
        Status status,
        LocalDate purchaseOn,
        LineSelection lines,
        TechnicalContact technicalContact,
        VendorOrder vendor,
        @Nullable Sale sale,
        @Nullable Billing billing,
        Progress progress)
        implements WorkedRow {

    /** Longer than any of the functions that work on a purchase may run. */
    public static final Duration LONGEST_STEP = Duration.ofSeconds(120);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** In this order, or from scheduled to cancelled; staff may cancel a purchasing one that the vendor did not sell. */
    public enum Status {
        SCHEDULED,
        PURCHASING,
        PURCHASED,
        INVOICED,
        CANCELLED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing is left to do. */
        public boolean isEnd() {
            return this == INVOICED || this == CANCELLED;
        }
    }

    public static PurchaseRow scheduled(
            OrderId orderId, Plan plan, TechnicalContact contact, Seller seller, Instant now) {
        Progress begun = Progress.begun("purchase planned for " + plan.on(), now);
        PurchaseRow row = new PurchaseRow(
                orderId,
                plan.number(),
                0,
                SCHEDULED,
                plan.on(),
                plan.lines(),
                contact,
                VendorOrder.NEW,
                null,
                null,
                begun);
        if (plan.calledOff()) return row.with(CANCELLED, begun.noted("called off before the confirmation", now));
        return row.withProgress(begun.awaiting(Deadline.PURCHASE, seller.purchaseTime(plan.on(), now)));
    }

    @Override
    public RowKey key() {
        return RowKey.purchase(orderId, number);
    }

    @Override
    public PurchaseRow withVersion(long version) {
        return new PurchaseRow(
                orderId, number, version, status, purchaseOn, lines, technicalContact, vendor, sale, billing, progress);
    }

    @Override
    public PurchaseRow withProgress(Progress progress) {
        return with(status, progress);
    }

    /** When a purchase that waits for its date begins; empty for one that is about to. */
    public Optional<Instant> beginsAt() {
        Instant planned = progress.history().getLast().at();
        return Optional.ofNullable(progress.deadlines().get(Deadline.PURCHASE)).filter(planned::isBefore);
    }

    /** Under which name the vendor knows this purchase. */
    public String vendorReference() {
        return orderId + "-" + key().part() + "-" + vendor.reference();
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
                        next.awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP))
                                .noted("purchase begun", now));
            case PURCHASING -> withProgress(next.awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP)));
            case PURCHASED -> withProgress(next.awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP)));
            case INVOICED, CANCELLED -> throw new IllegalStateException(key() + " has ended");
        };
    }

    public PurchaseRow parked(Statement reason, Instant now) {
        return parked(reason, List.of(), now);
    }

    /** @param details a statement for each line concerned */
    public PurchaseRow parked(Statement reason, List<Statement> details, Instant now) {
        return withProgress(progress.parkedFor(reason, details, now));
    }

    @Override
    public boolean hasSettled(Notice notice) {
        return switch (notice) {
            case Notice.VerificationReminder reminder ->
                sale == null || !sale.account().isPending();
            case Notice.DeskTask(int link) -> !awaitsDesk() || vendor.desk().link() != link;
            case Notice.DeskReminder reminder -> !awaitsDesk();
            case Notice.DeskEscalation escalation -> !awaitsDesk();
            default -> WorkedRow.super.hasSettled(notice);
        };
    }

    @Override
    public Overdue<PurchaseRow> overdue(Instant now) {
        Optional<Deadline> overdue = progress.overdueAt(now);
        if (overdue.isEmpty()) return new Overdue.Nothing<>();
        return switch (overdue.get()) {
            case PURCHASE, NEXT_ATTEMPT -> new Overdue.Begin<>(begun(now));
            case PURCHASING, INVOICING ->
                Overdue.judged(this, overdue.get(), LONGEST_STEP, () -> begun(now), this::withProgress, now);
            case NOTICE -> Overdue.notices(this, this::withProgress, now);
            case VERIFICATION -> Verification.overdue(this, now);
            case KEYS -> KeyDeletion.overdue(this, now);
            case DESK -> new Overdue.Watch<>(DeskSteps.overdue(this, now));
            case LOST, SENDING, EXPORT, KEPT, RECORDING, CONTACT, FOLLOW_UP ->
                throw new IllegalStateException(key() + " is no order's row");
        };
    }

    PurchaseRow with(Status status, Progress progress) {
        return with(status, vendor, sale, billing, progress);
    }

    PurchaseRow withVendor(VendorOrder vendor, Progress progress) {
        return with(status, vendor, sale, billing, progress);
    }

    PurchaseRow withSale(Sale sale, Progress progress) {
        return with(status, vendor, sale, billing, progress);
    }

    PurchaseRow with(
            Status status, VendorOrder vendor, @Nullable Sale sale, @Nullable Billing billing, Progress progress) {
        return new PurchaseRow(
                orderId, number, version, status, purchaseOn, lines, technicalContact, vendor, sale, billing, progress);
    }

    /** The same purchase on another date, of other lines, or for another contact. */
    PurchaseRow with(LocalDate purchaseOn, LineSelection lines, TechnicalContact technicalContact, Progress progress) {
        return new PurchaseRow(
                orderId, number, version, status, purchaseOn, lines, technicalContact, vendor, sale, billing, progress);
    }

    /** Whether an answer to what was asked with that row has something to say to this one. */
    public boolean awaitsAnswerTo(PurchaseRow asked) {
        return status == PURCHASING
                && vendor.reference() == asked.vendor.reference()
                && vendor.deviating() == null
                && vendor.isOfSameOrderAs(asked.vendor)
                && Objects.equals(vendor.readBack(), asked.vendor.readBack());
    }

    /** Whether more of what was sold is to be read. */
    @JsonIgnore
    public boolean isBeingReadBack() {
        return status == PURCHASING
                && vendor.readBack() != null
                && vendor.readBack().next() != null;
    }

    /** Whether a person of the desk has to buy, or to enter more of what was bought. */
    public boolean awaitsDesk() {
        return status == PURCHASING && vendor.desk() != null && vendor.readBack() == null;
    }

    /** Whether the vendor has been asked for more than a day, and has not said whether it sold. People have their own reminders. */
    public boolean isUnansweredForADay(Instant now) {
        return status == PURCHASING
                && vendor.desk() == null
                && vendor.askedSince() != null
                && vendor.askedSince().plus(A_DAY).isBefore(now);
    }

    /** Whether it is parked and nobody looks whether it can go on: it waits for staff alone. */
    @JsonIgnore
    public boolean isAtRest() {
        return isParked() && !progress.awaitsStep();
    }

    @JsonIgnore
    public boolean isParked() {
        return progress.isParked();
    }
}
