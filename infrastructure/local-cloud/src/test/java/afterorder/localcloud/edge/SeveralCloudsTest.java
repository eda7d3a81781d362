package afterorder.localcloud.edge;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.table.Tables;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tests run several local clouds in one JVM. */
class SeveralCloudsTest {
    private static final int ROUNDS = 150;
    private static final int AT_ONCE = 8;

    @Test
    void one_goes_on_answering_when_the_tables_of_others_are_made_at_once(@TempDir Path data) throws Exception {
        try (TestCloud cloud = new TestCloud(data.resolve("one"))) {
            DynamoDbClient dynamoDb = cloud.dynamo(AwsBasicCredentials.create("test", "test"));
            for (int round = 1; round <= ROUNDS; round++) {
                CompletableFuture<?>[] others = IntStream.range(0, AT_ONCE)
                        .mapToObj(other -> data.resolve("other-" + other))
                        .map(SeveralCloudsTest::made)
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(others).join();
                answersAll(dynamoDb);
            }
        }
    }

    private static void answersAll(DynamoDbClient dynamoDb) {
        Map<String, AttributeValue> key =
                Map.of("orderId", AttributeValue.fromS("1"), "part", AttributeValue.fromS("order"));
        dynamoDb.putItem(put -> put.tableName("orders").item(key));
        dynamoDb.updateItem(update -> update.tableName("orders").key(key));
        assertThat(dynamoDb.getItem(get -> get.tableName("orders").key(key)).item())
                .isEqualTo(key);
        assertThat(dynamoDb.scan(scan -> scan.tableName("orders")).count()).isEqualTo(1);
        assertThat(dynamoDb.query(query -> query.tableName("orders")
                                .keyConditionExpression("orderId = :id")
                                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS("1"))))
                        .count())
                .isEqualTo(1);
    }

    private static CompletableFuture<Void> made(Path folder) {
        return CompletableFuture.runAsync(
                () -> new Tables(folder, "eu-central-1").close(), task -> new Thread(task).start());
    }
}
