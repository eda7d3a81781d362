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

/** What table and buckets hold. */
final class Stores implements AutoCloseable {
    private final Template template;
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;

    Stores(LocalCloud cloud) {
        template = cloud.template();
        dynamoDb = at(cloud, DynamoDbClient.builder()).build();
        s3 = at(cloud, S3Client.builder()).build();
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

    private static <B extends AwsClientBuilder<B, ?>> B at(LocalCloud cloud, B builder) {
        return builder.endpointOverride(cloud.endpoint())
                .region(Region.of(Addresses.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    @Override
    public void close() {
        dynamoDb.close();
        s3.close();
    }
}
