package afterorder.aws;

import afterorder.order.OrderId;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The orders by their customers. The index lags: an order that it names may be deleted. */
public final class CustomerRows {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public CustomerRows(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The oldest first; read as they are asked for, a page at a time. */
    public Stream<OrderId> ordersOf(String customerNumber) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .indexName("customer")
                        .keyConditionExpression("customerNumber = :number")
                        .expressionAttributeValues(Map.of(":number", Items.text(customerNumber))))
                .items()
                .stream()
                .map(item -> new OrderId(Items.key(item).orderId()));
    }
}
