package afterorder.order.confirmation;

import static afterorder.order.confirmation.Confirmation.Status.RECEIVED;
import static afterorder.order.confirmation.Confirmation.Status.SENDING;
import static afterorder.order.confirmation.Confirmation.Status.SENT;

import afterorder.order.Amendments;
import afterorder.order.Commissioning;
import afterorder.order.ConfirmationWishes;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Statement;
import afterorder.order.TechnicalContact;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Plan;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementPlan;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Teams;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The row of an order: who placed it, how far its confirmation has got, and what was changed until then. The order itself
 * never changes; it is stored beside this, and given where a rule needs it.
 *
 * @param sender who posted it (the token's subject)
 * @param bodyHash SHA-256 of the posted bytes, hex: tells a repetition from another order under the same key
 * @param plans its purchases, as they are to be when the confirmation is out
 * @param engagements its services, as they are to be when the confirmation is out
 * @param amendments what was changed of the order since
 * @param revocations by the document's number: links to it that were made until then are void
 */
public record OrderRow(
        OrderId id,
        long version,
        String sender,
        String bodyHash,
        Instant receivedAt,
        String customerNumber,
        Confirmation confirmation,
        List<Plan> plans,
        List<EngagementPlan> engagements,
        Amendments amendments,
        Map<String, Instant> revocations,
        Progress progress)
        implements WorkedRow {

    /** Longer than the function order-confirmation may run. */
    public static final Duration LONGEST_SENDING = Duration.ofSeconds(60);

    public OrderRow {
        plans = List.copyOf(plans);
        engagements = engagements == null ? List.of() : List.copyOf(engagements);
        revocations = Map.copyOf(revocations);
    }

    public static OrderRow received(
            OrderId id, String sender, String bodyHash, Order order, Seller seller, Teams teams, Instant now) {
        Progress progress = Progress.begun("received", now).awaiting(Deadline.LOST, now.plus(Sending.MESSAGE_MAY_TAKE));
        return new OrderRow(
                id,
                0,
                sender,
                bodyHash,
                now,
                order.customer().number(),
                Confirmation.NEW,
                Plan.of(order, seller.dateAt(now)),
                EngagementPlan.of(order, teams),
                Amendments.NONE,
                Map.of(),
                progress);
    }

    @Override
    public RowKey key() {
        return RowKey.order(id);
    }

    @Override
    public OrderRow withVersion(long version) {
        return copy(version, confirmation, plans, engagements, amendments, revocations, progress);
    }

    @Override
    public OrderRow withProgress(Progress progress) {
        return with(confirmation, progress);
    }

    /** Whether an attempt to send the confirmation may begin now; one that is under way is nobody else's business. */
    public boolean awaitsSending() {
        return confirmation.status() == RECEIVED && !progress.isParked();
    }

    /** Whether an attempt to send the confirmation may be under way. */
    @JsonIgnore
    public boolean isBeingSent() {
        return confirmation.status() == SENDING && !progress.isParked();
    }

    @JsonIgnore
    public boolean isSent() {
        return confirmation.status() == SENT;
    }

    /** Whether the order's first confirmation is out: since then its purchases have rows of their own. */
    @JsonIgnore
    public boolean isDispatched() {
        return isSent() || confirmation.replaces() != null;
    }

    /** The order as it stands: with what was changed since. */
    public Order asItStands(Order order) {
        return amendments.of(order);
    }

    public Optional<Plan> plan(int number) {
        return plans.stream().filter(plan -> plan.number() == number).findFirst();
    }

    /** Before the dispatch. */
    public Optional<EngagementPlan> engagement(int number) {
        return engagements.stream()
                .filter(engagement -> engagement.number() == number)
                .findFirst();
    }

    /** The commissioning of its services; empty while there is none (S12). @param order as it was placed */
    public Optional<Commissioning> commissioning(Order order, Seller seller) {
        if (amendments.commissioning() != null) return Optional.of(amendments.commissioning());
        if (!order.commissioned()) return Optional.empty();
        return Optional.of(new Commissioning(
                order.customer().name(),
                seller.dateAt(receivedAt),
                order.customerOrderNumber().orElse(null),
                receivedAt));
    }

    /** Whether an earlier attempt has given the confirmation its number already. */
    public Optional<String> number() {
        return Optional.ofNullable(confirmation.number());
    }

    public OrderRow sending(String number, LocalDate issuedOn, Instant now) {
        return with(
                confirmation.sending(number, issuedOn), progress.awaiting(Deadline.SENDING, now.plus(LONGEST_SENDING)));
    }

    /** @param messageId of the confirmation's mail */
    public OrderRow sent(String messageId, Instant now) {
        return with(
                confirmation.sent(messageId, now),
                progress.awaitingNothing()
                        .unparked()
                        .advancing()
                        .noted("confirmation " + confirmation.number() + " sent", now));
    }

    /** @param missing letters of the confirmation that no typeface has */
    public OrderRow unprintable(List<String> missing, Instant now) {
        return withProgress(progress.documented(confirmation.number(), missing, now));
    }

    /** What the order's later mails answer, so that a reader's mail program shows them together. */
    public Optional<String> firstMail() {
        return Optional.ofNullable(confirmation.messageId());
    }

    public OrderRow parked(Statement reason, Instant now) {
        return withProgress(progress.parkedFor(reason, List.of(), now));
    }

    /** Staff has looked after it: the confirmation is sent anew, under its number. */
    public OrderRow retried(Instant now) {
        Progress fresh = progress.unparked().advancing().noted("retried", now);
        return takenBack().withProgress(fresh.awaiting(Deadline.LOST, now));
    }

    /** Mails go to another address from now on. */
    public OrderRow withAddress(Email instead, Email use, Instant now) {
        return with(
                confirmation,
                plans,
                amendments.with(instead, use),
                progress.noted("an e-mail address was corrected", now));
    }

    /** With further links that are void. */
    public OrderRow withRevocations(Map<String, Instant> revocations, Progress progress) {
        return copy(version, confirmation, plans, engagements, amendments, revocations, progress);
    }

    /** Whether a link to that document which was made, or asked for, at that time is void. @param number of the document */
    public boolean hasRevoked(String number, Instant time) {
        Instant revokedAt = revocations.get(number);
        return revokedAt != null && !time.isAfter(revokedAt);
    }

    @Override
    public boolean hasSettled(Notice notice) {
        return switch (notice) {
            case Notice.NewLink(Target.Document document, Instant askedAt) -> hasRevoked(document.number(), askedAt);
            case Notice.Redelivered(Target.Document document, Instant askedAt) ->
                hasRevoked(document.number(), askedAt);
            default -> WorkedRow.super.hasSettled(notice);
        };
    }

    @Override
    public Overdue<OrderRow> overdue(Instant now) {
        Optional<Deadline> overdue = progress.overdueAt(now);
        if (overdue.isEmpty()) return new Overdue.Nothing<>();
        return switch (overdue.get()) {
            case LOST -> new Overdue.Begin<>(Sending.begunAnew(this, now));
            case SENDING -> Sending.judged(this, now);
            case KEPT -> new Overdue.Expire<>(this);
            case NOTICE -> Overdue.notices(this, this::withProgress, now);
            case PURCHASE,
                    NEXT_ATTEMPT,
                    PURCHASING,
                    INVOICING,
                    VERIFICATION,
                    DESK,
                    KEYS,
                    EXPORT,
                    RECORDING,
                    CONTACT,
                    FOLLOW_UP -> throw new IllegalStateException(key() + " is no purchase's row");
        };
    }

    /** An attempt to send the confirmation has come to nothing, and may have died on its way. */
    OrderRow takenBack() {
        return with(confirmation.takenBack(), progress);
    }

    /**
     * With other content for the confirmation. A number that an attempt took which could not send it is given up, since the
     * document under that number says something else.
     */
    OrderRow changed(List<Plan> plans, Amendments amendments, Progress progress, Instant now) {
        if (number().isEmpty()) return with(confirmation, plans, amendments, progress);
        Progress noted = progress.noted(confirmation.number() + " is not used: the order was changed", now);
        return with(confirmation.withoutNumber(), plans, amendments, noted);
    }

    /** Its services are commissioned; a confirmation that is out stays. */
    OrderRow commissioned(Commissioning commissioning, Progress progress, Instant now) {
        Amendments amended = amendments.with(commissioning);
        return isSent() ? with(confirmation, plans, amended, progress) : changed(plans, amended, progress, now);
    }

    /** With engagements that are planned otherwise, before the dispatch. */
    OrderRow replanned(List<EngagementPlan> engagements, Progress progress, Instant now) {
        OrderRow changed = changed(plans, amendments, progress, now);
        return changed.copy(
                version, changed.confirmation, plans, engagements, amendments, revocations, changed.progress);
    }

    /** With another contact for purchases to come; a confirmation that is out stays. */
    OrderRow registered(TechnicalContact contact, Progress progress, Instant now) {
        Amendments registered = amendments.with(contact);
        return isSent() ? with(confirmation, plans, registered, progress) : changed(plans, registered, progress, now);
    }

    /** A confirmation is to be sent in the place of the one that is out, or of another that was to replace it. */
    OrderRow corrected(ConfirmationWishes wished, String reason, Instant now) {
        Progress wanted = progress.unparked()
                .advancing()
                .awaiting(Deadline.LOST, now)
                .noted("a corrected confirmation is wanted: " + reason, now);
        Amendments amended = amendments.with(wished);
        return isSent() ? with(confirmation.corrected(), plans, amended, wanted) : changed(plans, amended, wanted, now);
    }

    private OrderRow with(Confirmation confirmation, Progress progress) {
        return with(confirmation, plans, amendments, progress);
    }

    private OrderRow with(Confirmation confirmation, List<Plan> plans, Amendments amendments, Progress progress) {
        return copy(version, confirmation, plans, engagements, amendments, revocations, progress);
    }

    private OrderRow copy(
            long version,
            Confirmation confirmation,
            List<Plan> plans,
            List<EngagementPlan> engagements,
            Amendments amendments,
            Map<String, Instant> revocations,
            Progress progress) {
        return new OrderRow(
                id,
                version,
                sender,
                bodyHash,
                receivedAt,
                customerNumber,
                confirmation,
                plans,
                engagements,
                amendments,
                revocations,
                progress);
    }
}
