package afterorder.intake;

import afterorder.aws.AcceptedOrders;
import afterorder.aws.Answers;
import afterorder.aws.Caller;
import afterorder.aws.IdempotencyKey;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Retention;
import afterorder.order.Sha256;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.intake.OrderReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Teams;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes an order: checks everything, stores it once, and hands it to its confirmation. The order's number comes from its
 * sender and the sender's key, so a repetition finds the first one's row and gets the same answer.
 */
final class PostOrder {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Teams teams;
    private final Seller seller;
    private final OrderReader reader;
    private final Rows rows;
    private final Orders orders;
    private final AcceptedOrders accepted;

    PostOrder(Settings settings, Rows rows, Orders orders, AcceptedOrders accepted) {
        this.teams = settings.teams();
        this.seller = settings.seller();
        this.reader = new OrderReader(settings);
        this.rows = rows;
        this.orders = orders;
        this.accepted = accepted;
    }

    /** What a sender gets for an accepted order; the same bytes at each repetition. */
    record Receipt(OrderId id, Instant receivedAt, String status) {}

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        Optional<String> key = IdempotencyKey.of(request);
        if (key.isEmpty()) return IdempotencyKey.missing().response();
        byte[] body = RequestBody.of(request);
        if (body.length > MOST_BYTES) {
            return Problem.of(413, "Too large", "an order has at most " + MOST_BYTES + " bytes, not " + body.length)
                    .response();
        }
        String sender = Caller.of(request, "").subject();
        return take(OrderId.of(sender, key.get()), sender, body, now);
    }

    private APIGatewayV2HTTPResponse take(OrderId id, String sender, byte[] body, Instant now) {
        String hash = Sha256.hex(body);
        return switch (reader.read(body, seller.dateAt(now))) {
            case Reading.Unreadable(Violation violation) ->
                Problem.notJson(violation).response();
            case Reading.Refused(List<Violation> violations) ->
                rows.order(id).map(known -> repeated(known, hash)).orElseGet(() -> refused(violations));
            case Reading.Accepted(Order order) ->
                accept(OrderRow.received(id, sender, hash, order, seller, teams, now), order, seller.dateAt(now));
        };
    }

    private APIGatewayV2HTTPResponse accept(OrderRow row, Order order, LocalDate today) {
        Optional<OrderRow> known = orders.create(row, order, Retention.ofOrder(today, seller.zone()));
        if (known.isPresent()) return repeated(known.get(), row.bodyHash());
        accepted.send(row.id());
        return created(row, false);
    }

    /** The first order under this key decides, also when the catalog or the date has changed since. */
    private static APIGatewayV2HTTPResponse repeated(OrderRow known, String hash) {
        if (known.bodyHash().equals(hash)) return created(known, true);
        return IdempotencyKey.wasUsed().response();
    }

    private static APIGatewayV2HTTPResponse refused(List<Violation> violations) {
        return Problem.of(
                        422, "Not acceptable as an order", "the order has violations: " + violations.size(), violations)
                .response();
    }

    private static APIGatewayV2HTTPResponse created(OrderRow row, boolean replayed) {
        Map<String, String> headers = new HashMap<>();
        headers.put("location", "/orders/" + row.id());
        if (replayed) headers.put("idempotent-replayed", "true");
        return Answers.json(201, new Receipt(row.id(), row.receivedAt(), "open"), headers);
    }
}
