package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Messages;
import afterorder.aws.Orders;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.ConfirmationWishes;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.WishesChange;
import afterorder.order.intake.WishesReader;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.Map;

/** Staff has a corrected confirmation sent: as the customer wishes it now, under a number of its own. */
final class ConfirmationCorrections {
    private static final int LONGEST_REASON = 500;

    private final DeskOrders orders;
    private final Rows rows;

    ConfirmationCorrections(DeskOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    private record Correction(ConfirmationWishes wishes, String reason) {}

    APIGatewayV2HTTPResponse correct(APIGatewayV2HTTPEvent request, Instant now) {
        Correction correction = RequestBody.read(
                request,
                (fields, mistakes) -> new Correction(
                        fields.object("confirmation", false, WishesReader::wishes),
                        fields.text("reason", LONGEST_REASON)));
        return Messages.undisturbed(() -> {
            Orders.Placed placed = orders.order(request);
            OrderRow row = placed.row();
            return switch (WishesChange.corrected(row, placed.order(), correction.wishes(), correction.reason(), now)) {
                case WishesChange.Outcome.Changed(OrderRow changed) -> answer(rows.save(changed));
                case WishesChange.Outcome.Unchanged() -> answer(row);
                case WishesChange.Outcome.BeingSent() -> throw Refused.by(row, "try again in a minute");
                case WishesChange.Outcome.NotSent() ->
                    throw Refused.by(row, "it is not sent yet: change its wishes instead");
                case WishesChange.Outcome.Sent() -> throw new IllegalStateException("staff may correct what is sent");
            };
        });
    }

    private static APIGatewayV2HTTPResponse answer(OrderRow row) {
        return Answers.json(202, Map.of("id", row.id().value(), "confirmation", row.confirmation()), Map.of());
    }
}
