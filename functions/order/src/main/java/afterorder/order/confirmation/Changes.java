package afterorder.order.confirmation;

import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Plan;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the customer may change of an order until its confirmation is being sent; the confirmation says it then (S35, S36). */
public final class Changes {
    private Changes() {}

    /** What a change came to. */
    public sealed interface Outcome {
        /** To be written; the customer is told. */
        record Changed(OrderRow row) implements Outcome {}

        /** It is as wanted already: a repetition. */
        record Unchanged() implements Outcome {}

        /** The confirmation is being sent: to be asked again in a minute. */
        record BeingSent() implements Outcome {}

        /** The confirmation is out: the purchases have rows of their own now. */
        record Sent() implements Outcome {}

        /** That purchase was called off. */
        record CalledOff() implements Outcome {}
    }

    /** @param date today or later, in the seller's zone; today means right after the dispatch */
    public static Outcome move(OrderRow row, Plan plan, LocalDate date, Instant now) {
        if (row.isSent()) return new Outcome.Sent();
        if (row.isBeingSent()) return new Outcome.BeingSent();
        if (plan.calledOff()) return new Outcome.CalledOff();
        if (plan.on().equals(date)) return new Outcome.Unchanged();
        Progress moved = row.progress()
                .owing(new Notice.Moved(plan.number(), plan.on(), date), now)
                .noted("purchase-" + plan.number() + " moved from " + plan.on() + " to " + date, now);
        return changed(row, plan.movedTo(date), moved, now);
    }

    public static Outcome callOff(OrderRow row, Plan plan, Instant now) {
        if (row.isSent()) return new Outcome.Sent();
        if (row.isBeingSent()) return new Outcome.BeingSent();
        if (plan.calledOff()) return new Outcome.Unchanged();
        Progress calledOff = row.progress()
                .owing(new Notice.CalledOff(plan.number(), plan.on()), now)
                .noted("purchase-" + plan.number() + " called off", now);
        return changed(row, plan.asCalledOff(), calledOff, now);
    }

    /** @param present who is registered so far */
    public static Outcome register(OrderRow row, TechnicalContact present, TechnicalContact contact, Instant now) {
        if (row.isSent()) return new Outcome.Sent();
        if (row.isBeingSent()) return new Outcome.BeingSent();
        if (present.equals(contact)) return new Outcome.Unchanged();
        List<Integer> purchases = row.plans().stream()
                .filter(plan -> !plan.calledOff())
                .map(Plan::number)
                .toList();
        Progress changed = row.progress()
                .owing(new Notice.ContactChanged(purchases, contact.email()), now)
                .noted("another technical contact", now);
        return new Outcome.Changed(row.changed(row.plans(), contact, changed, now));
    }

    private static Outcome changed(OrderRow row, Plan changed, Progress progress, Instant now) {
        List<Plan> plans = row.plans().stream()
                .map(plan -> plan.number() == changed.number() ? changed : plan)
                .toList();
        return new Outcome.Changed(row.changed(plans, row.technicalContact(), progress, now));
    }
}
