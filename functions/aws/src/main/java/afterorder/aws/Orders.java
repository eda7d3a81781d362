package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Retention;
import afterorder.order.Sha256;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.row.RowKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The orders as they were placed. An order stands in the item of its row, in an attribute that is written once; lines that
 * take more than 32 KB stand in an object instead, written before the row, so that no row grows near DynamoDB's 400 KB.
 */
public final class Orders {
    private static final int MOST_INLINE = 32 * 1024;
    private static final String ORDER = "order";
    private static final String LINES = "lines";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ObjectStore documents;

    public Orders(DynamoDbClient dynamoDb, String table, ObjectStore documents) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.documents = documents;
    }

    /** An order's row, and what was ordered. */
    public record Placed(OrderRow row, Order order) {

        /** With what was changed since. */
        public Order asItStands() {
            return row.asItStands(order);
        }
    }

    /**
     * Creates the order; or answers the row that stands under its number already, unchanged, without a second read.
     *
     * @param retention of what was ordered
     */
    public Optional<OrderRow> create(OrderRow row, Order order, Retention retention) {
        Map<String, AttributeValue> item = new HashMap<>(Items.key(row.key()));
        Items.attributes(row.withVersion(1)).forEach((name, value) -> value.ifPresent(some -> item.put(name, some)));
        item.putAll(content(row.id(), order, retention));
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(orderId)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException exists) {
            return Optional.of(Items.row(exists.item(), OrderRow.class));
        }
    }

    public Optional<Placed> find(OrderId id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(get ->
                        get.tableName(table).key(Items.key(RowKey.order(id))).consistentRead(true))
                .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Placed(Items.row(item, OrderRow.class), order(item)));
    }

    private Map<String, AttributeValue> content(OrderId id, Order order, Retention retention) {
        ObjectNode json = Json.MAPPER.valueToTree(order);
        byte[] lines = json.get(LINES).toString().getBytes(StandardCharsets.UTF_8);
        if (lines.length <= MOST_INLINE) return Map.of(ORDER, Items.text(json.toString()));
        String key = "orders/" + id + "/" + Sha256.hex(lines) + ".json";
        documents.keep(key, lines, "application/json", retention);
        json.remove(LINES);
        return Map.of(ORDER, Items.text(json.toString()), LINES, Items.text(key));
    }

    private Order order(Map<String, AttributeValue> item) {
        try {
            JsonNode json = Json.MAPPER.readTree(item.get(ORDER).s());
            if (item.containsKey(LINES)) {
                byte[] lines = documents.read(item.get(LINES).s());
                ((ObjectNode) json).set(LINES, Json.MAPPER.readTree(lines));
            }
            return Json.MAPPER.treeToValue(json, Order.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the order of " + Items.key(item) + " cannot be read", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory could not be read", impossible);
        }
    }
}
