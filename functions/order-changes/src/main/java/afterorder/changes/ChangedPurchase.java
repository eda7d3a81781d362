package afterorder.changes;

import afterorder.aws.Answers;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A purchase as it is after a change, or as it stood in the way of one. */
record ChangedPurchase(String part, PurchaseRow.Status status, LocalDate purchaseOn, List<Integer> lines) {

    static ChangedPurchase of(Plan plan) {
        return new ChangedPurchase(
                RowKey.purchasePart(plan.number()),
                plan.calledOff() ? PurchaseRow.Status.CANCELLED : PurchaseRow.Status.SCHEDULED,
                plan.on(),
                plan.lines().numbers());
    }

    static ChangedPurchase of(PurchaseRow row) {
        return new ChangedPurchase(
                row.key().part(), row.status(), row.purchaseOn(), row.lines().numbers());
    }

    @JsonIgnore
    boolean isCalledOff() {
        return status == PurchaseRow.Status.CANCELLED;
    }

    APIGatewayV2HTTPResponse answer() {
        return Answers.json(200, this, Map.of());
    }
}
