package afterorder.desk;

import afterorder.order.Json;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.PurchaseRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A task of the desk, as JSON shows it.
 *
 * @param reference under which we know the purchase
 * @param lines the first ones of what is to be bought
 * @param more where all lines of the order are, when the first ones are not all
 * @param lineNumbers of all that is to be bought, as ranges
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        OrderId orderId,
        int purchase,
        String status,
        String reference,
        Instant since,
        Instant remindAt,
        Instant escalateAt,
        boolean overdue,
        Buyer customer,
        TechnicalContact technicalContact,
        @Nullable String vendorOrder,
        @Nullable Account account,
        int keysEntered,
        int keysNeeded,
        List<JsonNode> lines,
        List<String> lineNumbers,
        @Nullable String more) {
    private static final int MOST_LINES = 200;

    static TaskView of(PurchaseRow row, Order order, Instant now) {
        DeskTask task = Objects.requireNonNull(row.vendor().desk());
        SortedMap<Integer, LicenseLine> lines = row.lines().of(order);
        return new TaskView(
                row.orderId(),
                row.number(),
                row.status().code(),
                row.vendorReference(),
                task.since(),
                task.remindAt(),
                task.escalateAt(),
                DeskSteps.isOverdue(task, now),
                Buyer.of(order.customer()),
                row.technicalContact(),
                task.vendorOrder(),
                task.account(),
                task.keys(),
                DeskSteps.keysNeeded(lines),
                lines.entrySet().stream()
                        .limit(MOST_LINES)
                        .map(line -> numbered(line.getKey(), line.getValue()))
                        .toList(),
                row.lines().ranges(),
                lines.size() > MOST_LINES ? "/orders/" + row.orderId() + "/lines" : null);
    }

    /** A line with its number in the order, and the quantity that is to be bought. */
    private static JsonNode numbered(int number, LicenseLine line) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("number", number);
        return json.setAll(Json.MAPPER.<ObjectNode>valueToTree(line));
    }
}
