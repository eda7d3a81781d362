package afterorder.changes;

import afterorder.aws.Caller;
import afterorder.aws.Messages;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.order.OrderId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;

/** The orders that a caller may change: a sender its own, the desk all; to anybody else they do not exist. */
final class CallersOrders {
    private final Orders orders;
    private final String scopePrefix;

    CallersOrders(Orders orders, String scopePrefix) {
        this.orders = orders;
        this.scopePrefix = scopePrefix;
    }

    /** Changes the order that the request names: read, decided and written anew when somebody else was faster. */
    APIGatewayV2HTTPResponse change(
            APIGatewayV2HTTPEvent request, Function<Orders.Placed, APIGatewayV2HTTPResponse> change) {
        String id = request.getPathParameters().get("id");
        Caller caller = Caller.of(request, scopePrefix);
        if (!OrderId.isValid(id)) return Problem.noOrder(id).response();
        return Messages.undisturbed(() -> orders.find(new OrderId(id))
                .filter(placed -> caller.maySee(placed.row().sender()))
                .map(change)
                .orElseGet(() -> Problem.noOrder(id).response()));
    }
}
