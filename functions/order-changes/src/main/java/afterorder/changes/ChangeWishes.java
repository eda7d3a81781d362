package afterorder.changes;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.ConfirmationWishes;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.WishesChange;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.intake.WishesReader;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Other wishes for the design of documents, in place of all earlier ones, until the confirmation is being sent (S5). */
final class ChangeWishes {
    private final CallersOrders orders;
    private final Rows rows;

    ChangeWishes(CallersOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        return switch (WishesReader.read(RequestBody.of(request))) {
            case Reading.Unreadable(Violation violation) ->
                Problem.notJson(violation).response();
            case Reading.Refused(List<Violation> violations) -> Refusals.violations(violations);
            case Reading.Accepted(ConfirmationWishes wished) ->
                orders.change(request, placed -> change(placed, wished, now));
        };
    }

    private APIGatewayV2HTTPResponse change(Orders.Placed placed, ConfirmationWishes wished, Instant now) {
        return switch (WishesChange.of(placed.row(), placed.order(), wished, now)) {
            case WishesChange.Outcome.Changed(OrderRow order) -> {
                rows.save(order);
                yield Answers.json(200, wished, Map.of());
            }
            case WishesChange.Outcome.Unchanged() -> Answers.json(200, wished, Map.of());
            case WishesChange.Outcome.BeingSent() -> Refusals.beingSent();
            case WishesChange.Outcome.NotSent() -> throw new IllegalStateException("only staff corrects");
            case WishesChange.Outcome.Sent() -> Refusals.sent(placed.row());
        };
    }
}
