package afterorder.aws;

import afterorder.order.row.Row;
import afterorder.order.row.StaleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes rows, each as the version that follows the one that was read, and only on that one. */
final class RowWrites {
    private final DynamoDbClient dynamoDb;
    private final String table;

    RowWrites(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /**
     * Answers the row as it is stored then.
     *
     * @throws StaleRow when it is not the version in the table any more
     */
    Row one(Row row) {
        Row next = next(row);
        Update update = update(next);
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(update.key())
                    .updateExpression(update.updateExpression())
                    .conditionExpression(update.conditionExpression())
                    .expressionAttributeNames(update.expressionAttributeNames())
                    .expressionAttributeValues(update.expressionAttributeValues()));
            return next;
        } catch (ConditionalCheckFailedException stale) {
            throw new StaleRow(List.of(row.key()), stale);
        }
    }

    /**
     * All of them or none, with further actions in the same transaction.
     *
     * @throws StaleRow when one of the rows is not the version in the table any more
     * @throws TransactionCanceledException when one of the other actions failed
     */
    void together(List<? extends Row> rows, List<TransactWriteItem> others) {
        List<TransactWriteItem> actions = new ArrayList<>();
        rows.forEach(row -> actions.add(action(row)));
        actions.addAll(others);
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(actions));
        } catch (TransactionCanceledException canceled) {
            if (failsOnly(canceled, rows.size()))
                throw new StaleRow(rows.stream().map(Row::key).toList(), canceled);
            throw canceled;
        }
    }

    /** For a transaction. */
    TransactWriteItem action(Row row) {
        return TransactWriteItem.builder().update(update(next(row))).build();
    }

    /** Whether an action's own condition failed, or another transaction was at work on its item. */
    static boolean isRace(CancellationReason reason) {
        return Arrays.asList("ConditionalCheckFailed", "TransactionConflict").contains(reason.code());
    }

    private static boolean failsOnly(TransactionCanceledException canceled, int rows) {
        return canceled.cancellationReasons().stream().limit(rows).anyMatch(RowWrites::isRace);
    }

    private static Row next(Row row) {
        return row.withVersion(row.version() + 1);
    }

    private Update update(Row next) {
        Items.Update update = Items.Update.of(Items.attributes(next));
        Map<String, AttributeValue> values = new HashMap<>(update.values());
        boolean isNew = next.version() == 1;
        if (!isNew) values.put(":read", Items.number(next.version() - 1));
        return Update.builder()
                .tableName(table)
                .key(Items.key(next.key()))
                .updateExpression(update.expression())
                .conditionExpression(isNew ? "attribute_not_exists(orderId)" : "#version = :read")
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(values)
                .build();
    }
}
