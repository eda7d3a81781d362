package afterorder.aws;

import afterorder.order.DocumentKind;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.settings.NumberPrefixes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Gives documents their numbers: one series a kind and year. The counter is raised in the very transaction that writes the
 * number into its row, so no number is given twice, and none is lost.
 */
public final class Numbers {
    private static final String COUNTER = "counter";
    private static final int MOST_RACES = 100;
    /** Of random length, so that those who met once do not meet again. */
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(5), Duration.ofMillis(500));

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final RowWrites writes;
    private final NumberPrefixes prefixes;

    public Numbers(DynamoDbClient dynamoDb, String table, NumberPrefixes prefixes) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.writes = new RowWrites(dynamoDb, table);
        this.prefixes = prefixes;
    }

    /**
     * Takes the next number of each kind and writes the row that the function makes of them.
     *
     * @param year of issue, in the seller's zone
     * @return the row as it is stored now
     * @throws afterorder.order.row.StaleRow when the row was changed meanwhile; then no number is taken
     */
    public <R extends Row> R take(List<DocumentKind> kinds, int year, Function<Map<DocumentKind, String>, R> rowWith) {
        return take(kinds, year, rowWith, numbers -> List.of());
    }

    /** @param besides new rows to be written with it, under keys that are made of the numbers */
    @SuppressWarnings("unchecked")
    public <R extends Row> R take(
            List<DocumentKind> kinds,
            int year,
            Function<Map<DocumentKind, String>, R> rowWith,
            Function<Map<DocumentKind, String>, List<Row>> besides) {
        for (int race = 1; ; race++) {
            Map<DocumentKind, String> numbers = new EnumMap<>(DocumentKind.class);
            List<TransactWriteItem> raises = new ArrayList<>();
            for (DocumentKind kind : kinds) {
                long last = last(kind, year);
                numbers.put(kind, prefixes.number(kind, year, last + 1));
                raises.add(TransactWriteItem.builder()
                        .update(raise(kind, year, last))
                        .build());
            }
            R row = rowWith.apply(numbers);
            besides.apply(numbers).forEach(beside -> raises.add(writes.action(beside)));
            try {
                writes.together(List.of(row), raises);
                return (R) row.withVersion(row.version() + 1);
            } catch (TransactionCanceledException canceled) {
                boolean lostRace = canceled.cancellationReasons().stream().anyMatch(RowWrites::isRace);
                if (!lostRace || race == MOST_RACES) throw canceled;
                pause(race);
            }
        }
    }

    private static void pause(int race) {
        try {
            Thread.sleep(PAUSES.computeDelay(race));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a number", ended);
        }
    }

    private long last(DocumentKind kind, int year) {
        Map<String, AttributeValue> counter = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(kind, year)).consistentRead(true))
                .item();
        return counter.isEmpty() ? 0 : Long.parseLong(counter.get("last").n());
    }

    private Update raise(DocumentKind kind, int year, long last) {
        return Update.builder()
                .tableName(table)
                .key(key(kind, year))
                .updateExpression("SET #last = :next")
                .conditionExpression(last == 0 ? "attribute_not_exists(#last)" : "#last = :last")
                .expressionAttributeNames(Map.of("#last", "last"))
                .expressionAttributeValues(
                        last == 0
                                ? Map.of(":next", Items.number(1))
                                : Map.of(":next", Items.number(last + 1), ":last", Items.number(last)))
                .build();
    }

    private static Map<String, AttributeValue> key(DocumentKind kind, int year) {
        return Items.key(new RowKey(COUNTER + "-" + kind.code() + "-" + year, COUNTER));
    }
}
