package afterorder.acceptance.invariant;

import afterorder.acceptance.shop.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One row of the table.
 *
 * @param key what stands under {@code orderId}: an order's number, a token's hash, a counter's name
 * @param data the row as its function wrote it; missing where a row has none
 * @param text everything in it
 */
public record WorldRow(String key, String part, JsonNode data, String text) {

    public static WorldRow of(Map<String, AttributeValue> item) {
        AttributeValue data = item.get("data");
        return new WorldRow(
                item.get("orderId").s(),
                item.get("part").s(),
                data == null ? MissingNode.getInstance() : Api.json(data.s()),
                item.toString());
    }

    public boolean isOrder() {
        return part.equals("order");
    }

    public boolean isPurchase() {
        return part.startsWith("purchase-");
    }

    String status() {
        return data.path("status").asText();
    }

    /** Whether a mail of it came back: the mail service took it, and no mailbox has it. */
    boolean hasMailThatCameBack() {
        return !data.at("/progress/returned").isEmpty();
    }

    /** The text at that place of the row; empty when there is none. @param pointer RFC 6901 */
    public String at(String pointer) {
        return data.at(pointer).asText("");
    }

    /** {@code {"ranges": ["1-3", "7"]}}, as a set of lines. */
    static Set<Integer> lines(JsonNode selection) {
        Set<Integer> lines = new TreeSet<>();
        selection.path("ranges").forEach(range -> {
            String[] ends = range.asText().split("-");
            for (int line = Integer.parseInt(ends[0]); line <= Integer.parseInt(ends[ends.length - 1]); line++) {
                lines.add(line);
            }
        });
        return lines;
    }
}
