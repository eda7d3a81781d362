package afterorder.order.confirmation;

import afterorder.order.notice.Notice;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.Wish;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the customer may change of a purchase until the confirmation is being sent, which says it then (S35). */
public final class PlanChanges {
    private PlanChanges() {}

    /** What a change came to. */
    public sealed interface Outcome {
        /** To be written; the customer is told. @param plan as it is then */
        record Changed(OrderRow row, Plan plan) implements Outcome {}

        /** It is as wanted already: a repetition. */
        record Unchanged(Plan plan) implements Outcome {}

        /** The confirmation is being sent: to be asked again in a minute. */
        record BeingSent() implements Outcome {}

        /** The confirmation is out: the purchases have rows of their own now. */
        record Sent() implements Outcome {}

        record CalledOff(Plan plan) implements Outcome {}

        /** The order has no purchase of that number. */
        record Unknown() implements Outcome {}

        /** The customer is to be told of earlier changes first. */
        record TooMany() implements Outcome {}
    }

    /**
     * Moves a purchase. A date that is today, or has passed by then, means right after the dispatch.
     *
     * @param number of the purchase
     */
    public static Outcome move(OrderRow row, int number, Wish wish, Seller seller, Instant now) {
        return changed(row, number, plan -> moved(row, plan, wish, seller.dateAt(now), now));
    }

    /** @param number of the purchase */
    public static Outcome callOff(OrderRow row, int number, Instant now) {
        return changed(row, number, plan -> calledOff(row, plan, now));
    }

    private static Outcome changed(OrderRow row, int number, Function<Plan, Outcome> rule) {
        if (row.isDispatched()) return new Outcome.Sent();
        Optional<Plan> plan = row.plan(number);
        if (plan.isEmpty()) return new Outcome.Unknown();
        return row.isBeingSent() ? new Outcome.BeingSent() : rule.apply(plan.get());
    }

    private static Outcome moved(OrderRow row, Plan plan, Wish wish, LocalDate today, Instant now) {
        if (plan.calledOff()) return new Outcome.CalledOff(plan);
        if (isAsWished(plan, wish, today)) return new Outcome.Unchanged(plan);
        if (row.progress().owesMuch()) return new Outcome.TooMany();
        Progress moved = row.progress()
                .owing(new Notice.Moved(plan.number(), plan.on(), wish.date()), now)
                .noted(RowKey.purchasePart(plan.number()) + " moved from " + plan.on() + " to " + wish.date(), now);
        return changed(row, plan.movedTo(wish.date()), moved, now);
    }

    private static boolean isAsWished(Plan plan, Wish wish, LocalDate today) {
        boolean isForToday = !wish.date().isAfter(today);
        return plan.on().equals(wish.date()) || (isForToday && !plan.on().isAfter(today));
    }

    private static Outcome calledOff(OrderRow row, Plan plan, Instant now) {
        if (plan.calledOff()) return new Outcome.Unchanged(plan);
        Progress calledOff = row.progress()
                .owing(new Notice.CalledOff(plan.number(), plan.on()), now)
                .noted(RowKey.purchasePart(plan.number()) + " called off", now);
        return changed(row, plan.asCalledOff(), calledOff, now);
    }

    private static Outcome changed(OrderRow row, Plan changed, Progress progress, Instant now) {
        List<Plan> plans = row.plans().stream()
                .map(plan -> plan.number() == changed.number() ? changed : plan)
                .toList();
        return new Outcome.Changed(row.changed(plans, row.amendments(), progress, now), changed);
    }
}
