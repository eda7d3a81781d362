package afterorder.aws;

import afterorder.order.row.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The rows that wait for staff, the longest first, in pages. The index lags: who reads a row may find it settled. */
public final class WaitingRows {
    private static final String BETWEEN = " ";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public WaitingRows(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Some of the rows. @param next where the page after this one begins; absent when there is none */
    public record Page(List<RowKey> rows, @Nullable String next) {}

    /**
     * What is parked.
     *
     * @param after the {@code next} of an earlier page
     * @throws IllegalArgumentException when it is none
     */
    public Page parked(Optional<String> after, int most) {
        return page(Items.PARKED, after, most);
    }

    /** What the desk has to buy; the parameters as above. */
    public Page awaitingDesk(Optional<String> after, int most) {
        return page(Items.DESK, after, most);
    }

    private Page page(String kind, Optional<String> after, int most) {
        Optional<Map<String, AttributeValue>> start = after.map(text -> place(kind, text));
        QueryResponse found = dynamoDb.query(query -> query.tableName(table)
                .indexName("waiting")
                .keyConditionExpression(Items.WAITING_KIND + " = :kind")
                .expressionAttributeValues(Map.of(":kind", Items.text(kind)))
                .exclusiveStartKey(start.orElse(null))
                .limit(most));
        String next = found.hasLastEvaluatedKey() ? text(found.lastEvaluatedKey()) : null;
        return new Page(found.items().stream().map(Items::key).toList(), next);
    }

    private static String text(Map<String, AttributeValue> place) {
        RowKey row = Items.key(place);
        String text = String.join(BETWEEN, place.get(Items.WAITING_SINCE).s(), row.orderId(), row.part());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, AttributeValue> place(String kind, String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN);
        if (parts.length != 3) throw new IllegalArgumentException("no place in a list: " + text);
        return Map.of(
                Items.WAITING_KIND,
                Items.text(kind),
                Items.WAITING_SINCE,
                Items.text(parts[0]),
                Items.ORDER_ID,
                Items.text(parts[1]),
                Items.PART,
                Items.text(parts[2]));
    }
}
