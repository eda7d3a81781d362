package afterorder.aws;

import afterorder.order.row.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What an index has under one key, by time, in pages. The index lags: who reads a row may find it otherwise. */
final class IndexPages {
    private static final String BETWEEN = " ";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String index;
    private final String hash;
    private final String range;

    /** @param hash the attribute of the key @param range the attribute of the time */
    IndexPages(DynamoDbClient dynamoDb, String table, String index, String hash, String range) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.index = index;
        this.hash = hash;
        this.range = range;
    }

    /**
     * The oldest first.
     *
     * @param after the {@code next} of an earlier page
     * @throws IllegalArgumentException when it is none
     */
    RowPage page(String key, Optional<String> after, int most) {
        Optional<Map<String, AttributeValue>> start = after.map(text -> place(key, text));
        QueryResponse found = dynamoDb.query(query -> query.tableName(table)
                .indexName(index)
                .keyConditionExpression("#hash = :key")
                .expressionAttributeNames(Map.of("#hash", hash))
                .expressionAttributeValues(Map.of(":key", Items.text(key)))
                .exclusiveStartKey(start.orElse(null))
                .limit(most));
        String next = found.hasLastEvaluatedKey() ? text(found.lastEvaluatedKey()) : null;
        return new RowPage(found.items().stream().map(Items::key).toList(), next);
    }

    /** All from that time on, the oldest first; read as they are asked for, a page at a time. */
    Stream<RowKey> from(String key, String time) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .indexName(index)
                        .keyConditionExpression("#hash = :key AND #range >= :time")
                        .expressionAttributeNames(Map.of("#hash", hash, "#range", range))
                        .expressionAttributeValues(Map.of(":key", Items.text(key), ":time", Items.text(time))))
                .items()
                .stream()
                .map(Items::key);
    }

    private String text(Map<String, AttributeValue> place) {
        RowKey row = Items.key(place);
        String text = String.join(BETWEEN, place.get(range).s(), row.orderId(), row.part());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, AttributeValue> place(String key, String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN);
        if (parts.length != 3) throw new IllegalArgumentException("no place in a list: " + text);
        return Map.of(
                hash,
                Items.text(key),
                range,
                Items.text(parts[0]),
                Items.ORDER_ID,
                Items.text(parts[1]),
                Items.PART,
                Items.text(parts[2]));
    }
}
