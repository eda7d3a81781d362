package afterorder.intake;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.Rows;
import afterorder.order.OrderId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/** Shows an order to its sender or to the desk; to anybody else it does not exist. */
final class GetOrder {
    private final Orders orders;
    private final Rows rows;
    private final String scopePrefix;

    GetOrder(Orders orders, Rows rows, String scopePrefix) {
        this.orders = orders;
        this.rows = rows;
        this.scopePrefix = scopePrefix;
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request) {
        String id = request.getPathParameters().get("id");
        Caller caller = Caller.of(request, scopePrefix);
        if (!OrderId.isValid(id)) return notFound(id);
        return orders.find(new OrderId(id))
                .filter(placed -> caller.maySee(placed.row().sender()))
                .map(placed -> OrderView.of(
                        placed.row(),
                        placed.order(),
                        rows.purchases(placed.row().id())))
                .map(view -> Answers.json(200, view, Map.of()))
                .orElseGet(() -> notFound(id));
    }

    private static APIGatewayV2HTTPResponse notFound(String id) {
        return Problem.of(404, "Not found", "there is no order " + id + " of yours")
                .response();
    }
}
