package afterorder.aws;

import afterorder.order.row.RowKey;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rows with a deadline, by the nearest one. The index lags: who reads a row may find it looked after. */
public final class DueRows {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DueRows(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** A row that must be looked at. @param due since when */
    public record Late(RowKey key, Instant due) {}

    /** Those that must be looked at by now, the longest overdue first; read as they are asked for, a page at a time. */
    public Stream<Late> overdue(Instant now) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .indexName("due")
                        .keyConditionExpression("dueKey = :key AND due <= :now")
                        .expressionAttributeValues(
                                Map.of(":key", Items.text(Items.IS_DUE), ":now", Items.text(Items.sortable(now)))))
                .items()
                .stream()
                .map(item -> new Late(
                        Items.key(item), Instant.parse(item.get(Items.DUE).s())));
    }
}
