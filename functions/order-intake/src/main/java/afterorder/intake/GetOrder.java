package afterorder.intake;

import afterorder.aws.Answers;
import afterorder.aws.Caller;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.Rows;
import afterorder.order.OrderId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Shows an order, or more of its lines, to its sender or to the desk; to anybody else it does not exist. */
final class GetOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Orders orders;
    private final Rows rows;
    private final String scopePrefix;

    GetOrder(Orders orders, Rows rows, String scopePrefix) {
        this.orders = orders;
        this.rows = rows;
        this.scopePrefix = scopePrefix;
    }

    APIGatewayV2HTTPResponse order(APIGatewayV2HTTPEvent request) {
        return shown(request, this::view);
    }

    private OrderView view(Orders.Placed placed) {
        return OrderView.of(
                placed.row(), placed.order(), rows.parts(placed.row().id()));
    }

    APIGatewayV2HTTPResponse lines(APIGatewayV2HTTPEvent request) {
        String after = Optional.ofNullable(request.getQueryStringParameters())
                .map(parameters -> parameters.get("after"))
                .orElse("0");
        if (!NUMBER.matcher(after).matches()) {
            return Problem.of(400, "No number of a line", "after must be the number of a line, as in after=1000")
                    .response();
        }
        int last = Integer.parseInt(after);
        return shown(request, placed -> LinePage.of(placed.row().id(), placed.order(), last));
    }

    private APIGatewayV2HTTPResponse shown(APIGatewayV2HTTPEvent request, Function<Orders.Placed, Object> view) {
        String id = request.getPathParameters().get("id");
        Caller caller = Caller.of(request, scopePrefix);
        if (!OrderId.isValid(id)) return Problem.noOrder(id).response();
        return orders.find(new OrderId(id))
                .filter(placed -> caller.maySee(placed.row().sender()))
                .map(placed -> Answers.json(200, view.apply(placed), Map.of()))
                .orElseGet(() -> Problem.noOrder(id).response());
    }
}
