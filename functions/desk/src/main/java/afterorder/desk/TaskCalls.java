package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Messages;
import afterorder.aws.Orders;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.purchase.DeskEntry;
import afterorder.order.purchase.DeskEntryReader;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.PurchaseRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.Map;

/** What programs of the desk do with one task: enter what was bought, or have a new link mailed. */
final class TaskCalls {
    private final DeskOrders deskOrders;
    private final Rows rows;
    private final Orders orders;
    private final Entering entering;

    TaskCalls(DeskOrders deskOrders, Rows rows, Orders orders, Entering entering) {
        this.deskOrders = deskOrders;
        this.rows = rows;
        this.orders = orders;
        this.entering = entering;
    }

    APIGatewayV2HTTPResponse enter(APIGatewayV2HTTPEvent request, Instant now) {
        PurchaseRow row = withTask(request);
        DeskEntry entry = RequestBody.read(request, DeskEntryReader::read);
        return switch (entering.enter(row.key(), entry, now)) {
            case Entering.Outcome.Entered(PurchaseRow entered) -> shown(entered, now);
            case Entering.Outcome.Violated violated -> throw Refused.violations(violated.violations());
            case Entering.Outcome.Closed(PurchaseRow closed) ->
                throw Refused.by(closed, "what was bought is read back already");
        };
    }

    APIGatewayV2HTTPResponse renewLink(APIGatewayV2HTTPEvent request, Instant now) {
        return Messages.undisturbed(() -> {
            PurchaseRow row = withTask(request);
            if (!DeskSteps.isOpen(row)) throw Refused.by(row, "nothing is left to enter");
            return shown(DeskSteps.withNewLink(row, now).map(rows::save).orElse(row), now);
        });
    }

    private PurchaseRow withTask(APIGatewayV2HTTPEvent request) {
        PurchaseRow row = deskOrders.purchase(request);
        if (row.vendor().desk() == null) throw Refused.by(row, "it is no task of the desk");
        return row;
    }

    private APIGatewayV2HTTPResponse shown(PurchaseRow row, Instant now) {
        return Answers.json(
                200, TaskView.of(row, orders.find(row.orderId()).orElseThrow().order(), now), Map.of());
    }
}
