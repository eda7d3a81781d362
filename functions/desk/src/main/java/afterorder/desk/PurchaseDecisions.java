package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Messages;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Remedies;
import afterorder.order.purchase.Remedies.Acceptance;
import afterorder.order.purchase.Remedies.Remedy;
import afterorder.order.row.Row;
import afterorder.order.row.WorkedRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What staff decides about a purchase that cannot go on. It is written into the row; what follows, due-work drives on. */
final class PurchaseDecisions {
    private static final int LONGEST_REASON = 500;

    private final DeskOrders orders;
    private final Rows rows;

    PurchaseDecisions(DeskOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    APIGatewayV2HTTPResponse retry(APIGatewayV2HTTPEvent request, Instant now) {
        return decide(request, row -> {
            if (row.isParked()) return rows.save(Remedies.retried(row, now));
            if (!wasRetried(row)) throw Refused.notParked(row);
            return row;
        });
    }

    APIGatewayV2HTTPResponse callOff(APIGatewayV2HTTPEvent request, Instant now) {
        return decide(request, row -> {
            if (row.status() == PurchaseRow.Status.CANCELLED) return row;
            if (!Remedies.of(row).contains(Remedy.CALL_OFF)) throw Refused.maybeSold(row);
            return rows.save(Remedies.calledOff(row, now));
        });
    }

    APIGatewayV2HTTPResponse accept(APIGatewayV2HTTPEvent request, Instant now) {
        String reason = RequestBody.read(request, (fields, mistakes) -> fields.text("reason", LONGEST_REASON));
        return decide(request, row -> {
            boolean isAccepted = row.sale() != null && row.sale().accepted() != null;
            if (isAccepted) return row;
            if (!Remedies.of(row).contains(Remedy.ACCEPT)) throw Refused.notAcceptable(row);
            return accepted(row, orders.order(request).order(), reason, now);
        });
    }

    /** What was sold and what was not part in one transaction, so that no license falls between them. */
    private PurchaseRow accepted(PurchaseRow row, Order order, String reason, Instant now) {
        int restNumber = rows.purchases(row.orderId()).getLast().number() + 1;
        Acceptance acceptance = Remedies.accepted(row, order, reason, restNumber, now);
        List<Row> both = new ArrayList<>(List.of(acceptance.accepted()));
        acceptance.rest().ifPresent(both::add);
        rows.saveTogether(both);
        return acceptance.accepted();
    }

    /** A repetition of what was decided changes nothing. */
    static boolean wasRetried(WorkedRow row) {
        return row.progress().history().stream().anyMatch(entry -> entry.what().equals("retried"));
    }

    private APIGatewayV2HTTPResponse decide(APIGatewayV2HTTPEvent request, UnaryOperator<PurchaseRow> decision) {
        PurchaseRow decided = Messages.undisturbed(() -> decision.apply(orders.purchase(request)));
        return Answers.json(200, RowView.of(decided), Map.of());
    }
}
