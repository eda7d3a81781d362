package afterorder.run;

import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.template.Addresses;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The orders that an earlier run left in the table. */
final class EarlierOrders {
    private EarlierOrders() {}

    static List<String> in(LocalCloud cloud) {
        String table = cloud.template().tables().getFirst().name();
        try (DynamoDbClient dynamoDb = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.of(Addresses.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build()) {
            return dynamoDb
                    .scanPaginator(scan -> scan.tableName(table)
                            .filterExpression("part = :order")
                            .projectionExpression("orderId")
                            .expressionAttributeValues(Map.of(":order", AttributeValue.fromS("order"))))
                    .items()
                    .stream()
                    .map(item -> item.get("orderId").s())
                    .toList();
        }
    }
}
