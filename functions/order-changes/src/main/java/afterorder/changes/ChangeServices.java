package afterorder.changes;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.Commissioning;
import afterorder.order.confirmation.CommissioningChange;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.ServiceChanges;
import afterorder.order.intake.CommissioningReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.service.CallingOff;
import afterorder.order.service.Change;
import afterorder.order.service.EngagementPlan;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Has the services of an order commissioned (S12), or called off as long as they are not. */
final class ChangeServices {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private final CallersOrders orders;
    private final Rows rows;
    private final Settings settings;

    ChangeServices(CallersOrders orders, Rows rows, Settings settings) {
        this.orders = orders;
        this.rows = rows;
        this.settings = settings;
    }

    /** Services as they are after a change, or as they stood in the way of one. @param team its key */
    record ChangedServices(String part, EngagementRow.Status status, String team, List<Integer> lines) {

        static ChangedServices of(EngagementPlan plan) {
            EngagementRow.Status status =
                    plan.calledOff() ? EngagementRow.Status.CANCELLED : EngagementRow.Status.WAITING;
            return new ChangedServices(RowKey.servicePart(plan.number()), status, plan.team(), plan.lines());
        }

        static ChangedServices of(EngagementRow row) {
            return new ChangedServices(row.key().part(), row.status(), row.team(), row.lines());
        }

        APIGatewayV2HTTPResponse answer() {
            return Answers.json(200, this, Map.of());
        }
    }

    APIGatewayV2HTTPResponse commission(APIGatewayV2HTTPEvent request, Instant now) {
        return switch (CommissioningReader.read(
                RequestBody.of(request), settings.seller().dateAt(now), now)) {
            case Reading.Unreadable(Violation violation) ->
                Problem.notJson(violation).response();
            case Reading.Refused(List<Violation> violations) -> Refusals.violations(violations);
            case Reading.Accepted(Commissioning wanted) ->
                orders.change(request, placed -> commission(placed, wanted, now));
        };
    }

    private APIGatewayV2HTTPResponse commission(Orders.Placed placed, Commissioning wanted, Instant now) {
        OrderRow row = placed.row();
        List<EngagementRow> engagements = row.isDispatched() ? rows.engagements(row.id()) : List.of();
        return switch (CommissioningChange.of(row, engagements, placed.order(), wanted, settings, now)) {
            case CommissioningChange.Outcome.Changed(
                    OrderRow order,
                    List<EngagementRow> commissioned,
                    Commissioning commissioning) -> {
                List<Row> together = new ArrayList<>(commissioned);
                together.add(order);
                rows.saveTogether(together);
                yield Answers.json(200, commissioning, Map.of());
            }
            case CommissioningChange.Outcome.Unchanged(Commissioning known) -> Answers.json(200, known, Map.of());
            case CommissioningChange.Outcome.Otherwise(Commissioning known) -> Refusals.commissioned(known);
            case CommissioningChange.Outcome.BeingSent() -> Refusals.beingSent();
            case CommissioningChange.Outcome.NoServices() -> Refusals.noServices();
        };
    }

    APIGatewayV2HTTPResponse callOff(APIGatewayV2HTTPEvent request, Instant now) {
        String named = request.getPathParameters().get("n");
        return orders.change(request, placed -> {
            if (!NUMBER.matcher(named).matches()) return Refusals.noServices(named);
            return callOff(placed, Integer.parseInt(named), now);
        });
    }

    private APIGatewayV2HTTPResponse callOff(Orders.Placed placed, int number, Instant now) {
        return switch (ServiceChanges.callOff(placed.row(), placed.order(), number, now)) {
            case ServiceChanges.Outcome.Changed(OrderRow row, EngagementPlan plan) -> {
                rows.save(row);
                yield ChangedServices.of(plan).answer();
            }
            case ServiceChanges.Outcome.Unchanged(EngagementPlan plan) ->
                ChangedServices.of(plan).answer();
            case ServiceChanges.Outcome.Commissioned(EngagementPlan plan) ->
                Refusals.servicesCommissioned(ChangedServices.of(plan));
            case ServiceChanges.Outcome.BeingSent() -> Refusals.beingSent();
            case ServiceChanges.Outcome.Unknown() -> Refusals.noServices("" + number);
            case ServiceChanges.Outcome.Sent() ->
                rows.engagement(RowKey.service(placed.row().id(), number))
                        .map(engagement -> callOff(engagement, now))
                        .orElseGet(() -> Refusals.noServices("" + number));
        };
    }

    private APIGatewayV2HTTPResponse callOff(EngagementRow engagement, Instant now) {
        return switch (CallingOff.uncommissioned(engagement, now)) {
            case Change.Changed changed -> {
                rows.save(changed.row());
                yield ChangedServices.of(changed.row()).answer();
            }
            case Change.Unchanged(EngagementRow row) -> ChangedServices.of(row).answer();
            case Change.Refused refused -> Refusals.servicesCommissioned(ChangedServices.of(refused.row()));
        };
    }
}
