package afterorder.localcloud.page;

import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A local cloud on a template with one of each, and a bit of what the functions would have left in it. */
final class SmallShop implements AutoCloseable {
    static final String ORDER = "7K3M9X2Q4T8WZ";
    private static final String REGION = "eu-central-1";

    final LocalCloud cloud;
    private final SdkHttpClient connections = Apache5HttpClient.create();
    private final HttpClient http = HttpClient.newHttpClient();

    SmallShop(Path folder) throws IOException {
        new JarOutputStream(Files.newOutputStream(folder.resolve("empty.jar")), new Manifest()).close();
        Path template = copy("template.yaml", folder);
        copy("buying.asl.json", folder);
        cloud = LocalCloud.start(new Setup(template, folder.resolve("data"), 0));
    }

    void hasRow(String orderId, String part, Map<String, String> texts) {
        Map<String, AttributeValue> item = new HashMap<>();
        texts.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        item.put("orderId", AttributeValue.fromS(orderId));
        item.put("part", AttributeValue.fromS(part));
        String table = cloud.template().tables().getFirst().name();
        try (DynamoDbClient client = client(DynamoDbClient::builder)) {
            client.putItem(put -> put.tableName(table).item(item));
        }
    }

    String bucket(String logicalId) {
        return cloud.template().buckets().stream()
                .filter(bucket -> bucket.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow()
                .name();
    }

    void hasObject(String bucket, String key, String content) {
        try (S3Client client = s3()) {
            client.putObject(put -> put.bucket(bucket(bucket)).key(key), RequestBody.fromString(content));
        }
    }

    S3Client s3() {
        return client(S3Client::builder);
    }

    void hasMail(String mime) {
        try (SesClient client = client(SesClient::builder)) {
            client.sendRawEmail(send -> send.rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(mime))));
        }
    }

    void hasMessage(String queue, String body) {
        String url = cloud.template().queues().stream()
                .filter(candidate -> candidate.logicalId().equals(queue))
                .findFirst()
                .orElseThrow()
                .url();
        try (SqsClient client = client(SqsClient::builder)) {
            client.sendMessage(send -> send.queueUrl(url).messageBody(body));
        }
    }

    void hasExecution(String name) {
        String arn = cloud.template().workflows().getFirst().arn();
        try (SfnClient client = client(SfnClient::builder)) {
            client.startExecution(
                    start -> start.stateMachineArn(arn).name(name).input("{\"orderId\":\"" + ORDER + "\"}"));
        }
    }

    HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cloud.endpoint() + path));
    }

    @Override
    public void close() {
        connections.close();
        http.close();
        cloud.close();
    }

    private static Path copy(String name, Path folder) {
        try (InputStream resource = Objects.requireNonNull(SmallShop.class.getResourceAsStream(name))) {
            Path file = folder.resolve(name);
            Files.copy(resource, file);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(Supplier<B> builder) {
        return builder.get()
                .endpointOverride(cloud.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(connections)
                .build();
    }
}
