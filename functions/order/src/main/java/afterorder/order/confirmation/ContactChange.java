package afterorder.order.confirmation;

import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Changes;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another technical contact for every purchase of an order that has not begun (S36). The order keeps the contact and owes
 * the one mail; purchases that have begun keep theirs.
 */
public final class ContactChange {
    private ContactChange() {}

    /** What the change came to. */
    public sealed interface Outcome {
        /**
         * To be written together; the customer is told.
         *
         * @param purchases whose rows change; none before the dispatch
         * @param numbers of the purchases that are to be bought for this contact now
         */
        record Changed(OrderRow order, List<PurchaseRow> purchases, List<Integer> numbers) implements Outcome {}

        /** It is as wanted already: a repetition. */
        record Unchanged(List<Integer> numbers) implements Outcome {}

        /** The confirmation is being sent: to be asked again in a minute. */
        record BeingSent() implements Outcome {}

        /** Each purchase has begun, or was called off. */
        record NoneLeft() implements Outcome {}

        /** The customer is to be told of earlier changes first. */
        record TooMany() implements Outcome {}
    }

    /**
     * @param purchases all of the order; none before the dispatch
     * @param present the contact as the order stands
     */
    public static Outcome of(
            OrderRow row,
            List<PurchaseRow> purchases,
            @Nullable TechnicalContact present,
            TechnicalContact wanted,
            Instant now) {
        if (row.isBeingSent()) return new Outcome.BeingSent();
        return row.isDispatched()
                ? afterDispatch(row, purchases, present, wanted, now)
                : beforeDispatch(row, present, wanted, now);
    }

    private static Outcome beforeDispatch(
            OrderRow row, @Nullable TechnicalContact present, TechnicalContact wanted, Instant now) {
        List<Integer> planned = row.plans().stream()
                .filter(plan -> !plan.calledOff())
                .map(Plan::number)
                .toList();
        if (wanted.equals(present)) return new Outcome.Unchanged(planned);
        if (planned.isEmpty()) return new Outcome.NoneLeft();
        if (row.progress().owesMuch()) return new Outcome.TooMany();
        OrderRow changed =
                row.changed(row.plans(), row.amendments().with(wanted), told(row, planned, wanted, now), now);
        return new Outcome.Changed(changed, List.of(), planned);
    }

    private static Outcome afterDispatch(
            OrderRow row,
            List<PurchaseRow> purchases,
            @Nullable TechnicalContact present,
            TechnicalContact wanted,
            Instant now) {
        List<PurchaseRow> open = purchases.stream()
                .filter(purchase -> purchase.status() == PurchaseRow.Status.SCHEDULED)
                .toList();
        List<PurchaseRow> others = open.stream()
                .filter(purchase -> !purchase.technicalContact().equals(wanted))
                .toList();
        if (open.isEmpty() && !wanted.equals(present)) return new Outcome.NoneLeft();
        if (others.isEmpty()) return new Outcome.Unchanged(numbers(open));
        if (row.progress().owesMuch()) return new Outcome.TooMany();
        List<PurchaseRow> registered = others.stream()
                .map(purchase -> Changes.register(purchase, wanted, now))
                .toList();
        OrderRow order = row.registered(wanted, told(row, numbers(others), wanted, now), now);
        return new Outcome.Changed(order, registered, numbers(open));
    }

    private static List<Integer> numbers(List<PurchaseRow> purchases) {
        return purchases.stream().map(PurchaseRow::number).toList();
    }

    private static Progress told(OrderRow row, List<Integer> numbers, TechnicalContact wanted, Instant now) {
        return row.progress()
                .owing(new Notice.ContactChanged(numbers, wanted.email()), now)
                .noted("another technical contact", now);
    }
}
