package afterorder.intake;

import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.OrderId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of an order as ordered, each with its number: so few that an answer stays far below Lambda's 6 MB.
 *
 * @param next where more of them are; absent when there are no more
 */
record LinePage(List<JsonNode> lines, @Nullable String next) {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_BYTES = 384 * 1024;

    /** @param after the number of the last line that is known already; 0 for none */
    static LinePage of(OrderId id, Order order, int after) {
        List<JsonNode> lines = new ArrayList<>();
        int number = after;
        int bytes = 0;
        while (number < order.lines().size() && lines.size() < MOST_LINES) {
            JsonNode line = line(order, number + 1);
            bytes += line.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) break;
            lines.add(line);
            number++;
        }
        boolean isLast = number >= order.lines().size();
        return new LinePage(List.copyOf(lines), isLast ? null : "/orders/" + id + "/lines?after=" + number);
    }

    private static JsonNode line(Order order, int number) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("number", number);
        return line.setAll((ObjectNode) Json.MAPPER.valueToTree(order.line(number)));
    }
}
