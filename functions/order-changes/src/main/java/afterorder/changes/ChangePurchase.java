package afterorder.changes;

import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import afterorder.order.Statement;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.PlanChanges;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.intake.WishReader;
import afterorder.order.purchase.Changes;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Wish;
import afterorder.order.row.Row;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Moves a purchase, or calls it off (S35): until the dispatch in the order's row, afterwards in the purchase's. */
final class ChangePurchase {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private final CallersOrders orders;
    private final Rows rows;
    private final Settings settings;
    private final Seller seller;

    ChangePurchase(CallersOrders orders, Rows rows, Settings settings) {
        this.orders = orders;
        this.rows = rows;
        this.settings = settings;
        this.seller = settings.seller();
    }

    /** One change, as it is decided before the dispatch, by the purchase's number, and afterwards. */
    private record Change(
            BiFunction<OrderRow, Integer, PlanChanges.Outcome> planned,
            Function<PurchaseRow, Changes.Outcome> scheduled) {}

    APIGatewayV2HTTPResponse move(APIGatewayV2HTTPEvent request, Instant now) {
        return switch (WishReader.read(RequestBody.of(request), seller.dateAt(now))) {
            case Reading.Unreadable(Violation violation) ->
                Problem.notJson(violation).response();
            case Reading.Refused(List<Violation> violations) -> Refusals.violations(violations);
            case Reading.Accepted(Wish wish) ->
                change(
                        request,
                        new Change(
                                (row, number) -> PlanChanges.move(row, number, wish, seller, now),
                                purchase -> Changes.move(purchase, wish, seller, now)));
        };
    }

    APIGatewayV2HTTPResponse callOff(APIGatewayV2HTTPEvent request, Instant now) {
        return change(
                request,
                new Change(
                        (row, number) -> PlanChanges.callOff(row, number, now),
                        purchase -> Changes.callOff(purchase, now)));
    }

    private APIGatewayV2HTTPResponse change(APIGatewayV2HTTPEvent request, Change change) {
        String named = request.getPathParameters().get("n");
        return orders.change(request, placed -> {
            if (!NUMBER.matcher(named).matches()) return Refusals.noPurchase(named);
            int number = Integer.parseInt(named);
            return planned(placed, number, change);
        });
    }

    private APIGatewayV2HTTPResponse planned(Orders.Placed placed, int number, Change change) {
        return switch (change.planned().apply(placed.row(), number)) {
            case PlanChanges.Outcome.Changed(OrderRow row, Plan plan) ->
                written(row, ChangedPurchase.of(plan), plan.lines(), placed.order());
            case PlanChanges.Outcome.Unchanged(Plan plan) ->
                ChangedPurchase.of(plan).answer();
            case PlanChanges.Outcome.CalledOff(Plan plan) -> Refusals.tooLate(ChangedPurchase.of(plan));
            case PlanChanges.Outcome.BeingSent() -> Refusals.beingSent();
            case PlanChanges.Outcome.TooMany() -> Refusals.tooMany();
            case PlanChanges.Outcome.Unknown() -> Refusals.noPurchase("" + number);
            case PlanChanges.Outcome.Sent() ->
                rows.purchase(placed.row().id(), number)
                        .map(purchase -> scheduled(purchase, placed.order(), change))
                        .orElseGet(() -> Refusals.noPurchase("" + number));
        };
    }

    private APIGatewayV2HTTPResponse scheduled(PurchaseRow purchase, Order order, Change change) {
        return switch (change.scheduled().apply(purchase)) {
            case Changes.Outcome.Changed(PurchaseRow row) -> written(row, ChangedPurchase.of(row), row.lines(), order);
            case Changes.Outcome.Unchanged(PurchaseRow row) ->
                ChangedPurchase.of(row).answer();
            case Changes.Outcome.TooLate(PurchaseRow row) -> Refusals.tooLate(ChangedPurchase.of(row));
            case Changes.Outcome.TooMany() -> Refusals.tooMany();
        };
    }

    /** Unless the vendor does not sell the lines at their new date. */
    private APIGatewayV2HTTPResponse written(Row row, ChangedPurchase changed, LineSelection lines, Order order) {
        List<Statement> refusals =
                changed.isCalledOff() ? List.of() : settings.catalog().refusals(lines.of(order), changed.purchaseOn());
        if (!refusals.isEmpty()) return Refusals.notSold(refusals);
        rows.save(row);
        return changed.answer();
    }
}
