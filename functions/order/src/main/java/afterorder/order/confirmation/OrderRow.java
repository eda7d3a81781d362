package afterorder.order.confirmation;

import static afterorder.order.confirmation.Confirmation.Status.RECEIVED;
import static afterorder.order.confirmation.Confirmation.Status.SENDING;
import static afterorder.order.confirmation.Confirmation.Status.SENT;

import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The row of an order: who placed it, and how far its confirmation has got. The order itself never changes; it is stored
 * beside this, and given where a rule needs it.
 *
 * @param sender who posted it (the token's subject)
 * @param bodyHash SHA-256 of the posted bytes, hex: tells a repetition from another order under the same key
 */
public record OrderRow(
        OrderId id,
        long version,
        String sender,
        String bodyHash,
        Instant receivedAt,
        String customerNumber,
        Confirmation confirmation,
        Progress progress)
        implements Row {

    /** Longer than the function order-confirmation may run. */
    public static final Duration LONGEST_SENDING = Duration.ofSeconds(60);

    private static final Duration MESSAGE_MAY_TAKE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

    public static OrderRow received(OrderId id, String sender, String bodyHash, Order order, Instant now) {
        Progress progress = Progress.begun("received", now).awaiting(Deadline.LOST, now.plus(MESSAGE_MAY_TAKE));
        Confirmation confirmation = new Confirmation(RECEIVED, null, null, null);
        return new OrderRow(id, 0, sender, bodyHash, now, order.customer().number(), confirmation, progress);
    }

    @Override
    public RowKey key() {
        return RowKey.order(id);
    }

    @Override
    public OrderRow withVersion(long version) {
        return new OrderRow(id, version, sender, bodyHash, receivedAt, customerNumber, confirmation, progress);
    }

    /** Whether an attempt to send the confirmation may begin now; one that is under way is nobody else's business. */
    public boolean awaitsSending() {
        return confirmation.status() == RECEIVED && progress.parked() == null;
    }

    /** Whether an earlier attempt has given the confirmation its number already. */
    public Optional<String> number() {
        return Optional.ofNullable(confirmation.number());
    }

    public OrderRow sending(String number, LocalDate issuedOn, Instant now) {
        return with(
                new Confirmation(SENDING, number, issuedOn, null),
                progress.awaiting(Deadline.SENDING, now.plus(LONGEST_SENDING)));
    }

    public OrderRow sent(Instant now) {
        Confirmation sent = new Confirmation(SENT, confirmation.number(), confirmation.issuedOn(), now);
        return with(
                sent,
                progress.awaitingNothing().unparked().noted("confirmation " + confirmation.number() + " sent", now));
    }

    public OrderRow parked(String reason, Instant now) {
        return with(confirmation, progress.parkedFor(reason, now));
    }

    /** The license lines that are bought together, one group for each date, in the order of the dates (S35, S45). */
    public List<OrderConfirmation.PlannedPurchase> plannedPurchases(Order order, Seller seller) {
        LocalDate receivedOn = seller.dateAt(receivedAt);
        SortedMap<LocalDate, List<Integer>> linesByDate = new TreeMap<>();
        for (int number = 1; number <= order.lines().size(); number++) {
            if (order.line(number) instanceof LicenseLine license) {
                LocalDate on = Optional.ofNullable(license.purchaseOn()).orElse(receivedOn);
                linesByDate.computeIfAbsent(on, date -> new ArrayList<>()).add(number);
            }
        }
        return linesByDate.entrySet().stream()
                .map(group -> new OrderConfirmation.PlannedPurchase(
                        group.getKey(), !group.getKey().isAfter(receivedOn), List.copyOf(group.getValue())))
                .toList();
    }

    /** What the confirmation says; there is one as soon as it has a number. */
    public OrderConfirmation document(Order order, Seller seller) {
        if (confirmation.number() == null) throw new IllegalStateException(id + " has no confirmation number yet");
        return new OrderConfirmation(
                id, confirmation.number(), confirmation.issuedOn(), order, plannedPurchases(order, seller));
    }

    /** What {@code due-work} does about this row. */
    public Overdue overdue(Instant now) {
        if (!progress.overdueAt(now)) return new Overdue.Nothing();
        if (confirmation.status() == RECEIVED) return new Overdue.HandOver(handedOverAgain(now));
        return switch (progress.judge(version, LONGEST_SENDING, now)) {
            case Progress.Judgment.InTime() -> new Overdue.Nothing();
            case Progress.Judgment.Suspected(Progress suspected) -> new Overdue.Watch(with(confirmation, suspected));
            case Progress.Judgment.Dead() -> new Overdue.HandOver(takenBack().handedOverAgain(now));
            case Progress.Judgment.Hopeless() ->
                new Overdue.Watch(
                        parked("the confirmation could not be sent in " + progress.attempt() + " attempts", now));
        };
    }

    /** What to do about a late row: the row is written first, and only then handed over. */
    public sealed interface Overdue {
        record Nothing() implements Overdue {}

        record Watch(OrderRow row) implements Overdue {}

        record HandOver(OrderRow row) implements Overdue {}
    }

    private OrderRow takenBack() {
        return with(new Confirmation(RECEIVED, confirmation.number(), confirmation.issuedOn(), null), progress);
    }

    private OrderRow handedOverAgain(Instant now) {
        Progress next = progress.nextAttempt();
        Duration patience = MESSAGE_MAY_TAKE.multipliedBy(1L << Math.min(next.attempt(), 5));
        Duration wait = patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE;
        return with(confirmation, next.awaiting(Deadline.LOST, now.plus(wait)));
    }

    private OrderRow with(Confirmation confirmation, Progress progress) {
        return new OrderRow(id, version, sender, bodyHash, receivedAt, customerNumber, confirmation, progress);
    }
}
