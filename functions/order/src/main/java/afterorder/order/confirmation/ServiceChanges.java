package afterorder.order.confirmation;

import afterorder.order.Order;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Services are called off before the confirmation, which says it then (S12); afterwards their rows decide. */
public final class ServiceChanges {
    private ServiceChanges() {}

    /** What the change came to. */
    public sealed interface Outcome {
        /** To be written. */
        record Changed(OrderRow row, EngagementPlan plan) implements Outcome {}

        /** It is as wanted already: a repetition. */
        record Unchanged(EngagementPlan plan) implements Outcome {}

        /** The services are commissioned. */
        record Commissioned(EngagementPlan plan) implements Outcome {}

        /** The confirmation is being sent: to be asked again in a minute. */
        record BeingSent() implements Outcome {}

        /** The confirmation is out: the engagements have rows of their own now. */
        record Sent() implements Outcome {}

        /** The order has no engagement of that number. */
        record Unknown() implements Outcome {}
    }

    /** @param number of the engagement @param order as it was placed */
    public static Outcome callOff(OrderRow row, Order order, int number, Instant now) {
        if (row.isDispatched()) return new Outcome.Sent();
        Optional<EngagementPlan> plan = row.engagement(number);
        if (plan.isEmpty()) return new Outcome.Unknown();
        if (plan.get().calledOff()) return new Outcome.Unchanged(plan.get());
        if (row.asItStands(order).commissioned()) return new Outcome.Commissioned(plan.get());
        if (row.isBeingSent()) return new Outcome.BeingSent();
        EngagementPlan calledOff = plan.get().asCalledOff();
        List<EngagementPlan> plans = row.engagements().stream()
                .map(other -> other.number() == number ? calledOff : other)
                .toList();
        Progress noted = row.progress().noted(RowKey.servicePart(number) + " called off", now);
        return new Outcome.Changed(row.replanned(plans, noted, now), calledOff);
    }
}
