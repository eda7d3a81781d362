package afterorder.benchmark;

import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What table, buckets and workflows hold. */
final class Stores implements AutoCloseable {
    private final Template template;
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;
    private final SfnClient workflows;

    Stores(LocalCloud cloud) {
        template = cloud.template();
        dynamoDb = at(cloud, DynamoDbClient.builder()).build();
        s3 = at(cloud, S3Client.builder()).build();
        workflows = at(cloud, SfnClient.builder()).build();
    }

    /** A thing that is kept, and how many bytes it takes. */
    record Kept(String name, long bytes) {}

    List<Kept> objects() {
        return template.buckets().stream().flatMap(this::objects).toList();
    }

    private Stream<Kept> objects(Template.Bucket bucket) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket.name())).contents().stream()
                .map(object -> new Kept(bucket.logicalId() + "/" + object.key(), object.size()));
    }

    List<Kept> rows() {
        return template.tables().stream().flatMap(this::rows).toList();
    }

    private Stream<Kept> rows(Template.Table table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table.name())).items().stream()
                .map(Stores::row);
    }

    private static Kept row(Map<String, AttributeValue> item) {
        return new Kept(item.get("orderId").s() + " " + item.get("part").s(), ItemSize.of(item));
    }

    /** How many states the executions have entered so far, each of which is billed. */
    long transitions() {
        return template.workflows().stream()
                .flatMap(workflow ->
                        workflows
                                .listExecutionsPaginator(list -> list.stateMachineArn(workflow.arn()))
                                .executions()
                                .stream())
                .flatMap(
                        execution -> workflows
                                .getExecutionHistoryPaginator(get -> get.executionArn(execution.executionArn()))
                                .events()
                                .stream())
                .filter(event -> event.typeAsString().endsWith("StateEntered"))
                .count();
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(LocalCloud cloud, B builder) {
        return builder.endpointOverride(cloud.endpoint())
                .region(Region.of(Addresses.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    @Override
    public void close() {
        workflows.close();
        dynamoDb.close();
        s3.close();
    }
}
