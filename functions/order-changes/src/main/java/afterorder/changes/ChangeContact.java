package afterorder.changes;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.TechnicalContact;
import afterorder.order.confirmation.ContactChange;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.intake.ContactReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Registers another technical contact for all purchases that have not begun (S36). */
final class ChangeContact {
    private final CallersOrders orders;
    private final Rows rows;

    ChangeContact(CallersOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    /** @param purchases that are to be bought for the contact now */
    record ChangedContact(TechnicalContact technicalContact, List<String> purchases) {}

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        return switch (ContactReader.read(RequestBody.of(request))) {
            case Reading.Unreadable(Violation violation) ->
                Problem.notJson(violation).response();
            case Reading.Refused(List<Violation> violations) -> Refusals.violations(violations);
            case Reading.Accepted(TechnicalContact contact) ->
                orders.change(request, placed -> change(placed, contact, now));
        };
    }

    private APIGatewayV2HTTPResponse change(Orders.Placed placed, TechnicalContact contact, Instant now) {
        OrderRow row = placed.row();
        List<PurchaseRow> purchases = row.isDispatched() ? rows.purchases(row.id()) : List.of();
        TechnicalContact present = placed.asItStands().technicalContact();
        return switch (ContactChange.of(row, purchases, present, contact, now)) {
            case ContactChange.Outcome.Changed(OrderRow order, List<PurchaseRow> changed, List<Integer> numbers) -> {
                List<Row> together = new ArrayList<>(changed);
                together.add(order);
                rows.saveTogether(together);
                yield changed(contact, numbers);
            }
            case ContactChange.Outcome.Unchanged(List<Integer> numbers) -> changed(contact, numbers);
            case ContactChange.Outcome.BeingSent() -> Refusals.beingSent();
            case ContactChange.Outcome.NoneLeft() -> Refusals.noneLeft(inTheWay(row, purchases));
            case ContactChange.Outcome.TooMany() -> Refusals.tooMany();
        };
    }

    private static List<ChangedPurchase> inTheWay(OrderRow row, List<PurchaseRow> purchases) {
        return row.isDispatched()
                ? purchases.stream().map(ChangedPurchase::of).toList()
                : row.plans().stream().map(ChangedPurchase::of).toList();
    }

    private static APIGatewayV2HTTPResponse changed(TechnicalContact contact, List<Integer> numbers) {
        List<String> parts = numbers.stream().map(RowKey::purchasePart).toList();
        return Answers.json(200, new ChangedContact(contact, parts), Map.of());
    }
}
