package afterorder.order.confirmation;

import afterorder.order.Commissioning;
import afterorder.order.Order;
import afterorder.order.row.Progress;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The services of an order are officially commissioned (S12), once: each team gets its task as soon as the confirmation is
 * out.
 */
public final class CommissioningChange {
    private CommissioningChange() {}

    /** What the change came to. */
    public sealed interface Outcome {
        /** To be written together. @param engagements whose rows change; none before the dispatch */
        record Changed(OrderRow order, List<EngagementRow> engagements, Commissioning commissioning)
                implements Outcome {}

        /** It is commissioned already. @param commissioning as it was said first */
        record Unchanged(Commissioning commissioning) implements Outcome {}

        /** It is commissioned already, and something else was said then. */
        record Otherwise(Commissioning commissioning) implements Outcome {}

        /** The confirmation is being sent: to be asked again in a minute. */
        record BeingSent() implements Outcome {}

        /** The order has no services, or all of them were called off. */
        record NoServices() implements Outcome {}
    }

    /**
     * @param engagements all of the order; none before the dispatch
     * @param order as it was placed
     */
    public static Outcome of(
            OrderRow row,
            List<EngagementRow> engagements,
            Order order,
            Commissioning wanted,
            Settings settings,
            Instant now) {
        Optional<Commissioning> known = row.commissioning(order, settings.seller());
        if (known.isPresent()) {
            return order.commissioned() || known.get().saysAs(wanted)
                    ? new Outcome.Unchanged(known.get())
                    : new Outcome.Otherwise(known.get());
        }
        if (row.isBeingSent()) return new Outcome.BeingSent();
        Progress noted = row.progress().noted("services commissioned", now);
        List<EngagementRow> waiting = engagements.stream()
                .filter(engagement -> engagement.status() == EngagementRow.Status.WAITING)
                .toList();
        boolean isAny = row.isDispatched()
                ? !waiting.isEmpty()
                : row.engagements().stream().anyMatch(plan -> !plan.calledOff());
        if (!isAny) return new Outcome.NoServices();
        List<EngagementRow> commissioned = waiting.stream()
                .map(engagement ->
                        engagement.commissioned(wanted, settings.teams().team(engagement.team()), now))
                .toList();
        return new Outcome.Changed(row.commissioned(wanted, noted, now), commissioned, wanted);
    }
}
