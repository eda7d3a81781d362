package afterorder.desk;

import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.OrderId;
import afterorder.order.purchase.PurchaseRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.regex.Pattern;

/** The order and the purchase that a call names: the desk sees everybody's. */
final class DeskOrders {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private final Orders orders;
    private final Rows rows;

    DeskOrders(Orders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    /** @throws Refused when there is none */
    Orders.Placed order(APIGatewayV2HTTPEvent request) {
        OrderId id = id(request);
        return orders.find(id).orElseThrow(() -> Refused.noOrder(id.value()));
    }

    /** @throws Refused when there is none, or its order's confirmation is not out */
    PurchaseRow purchase(APIGatewayV2HTTPEvent request) {
        OrderId id = id(request);
        String number = request.getPathParameters().get("n");
        if (!NUMBER.matcher(number).matches()) throw Refused.noPurchase(number);
        return rows.purchase(id, Integer.parseInt(number)).orElseThrow(() -> Refused.noPurchase(number));
    }

    private static OrderId id(APIGatewayV2HTTPEvent request) {
        String id = request.getPathParameters().get("id");
        if (!OrderId.isValid(id)) throw Refused.noOrder(id);
        return new OrderId(id);
    }
}
