package afterorder.localcloud.edge;

import afterorder.localcloud.clock.ClockPage;
import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.mail.Deliveries;
import afterorder.localcloud.mail.Fates;
import afterorder.localcloud.mail.MailPages;
import afterorder.localcloud.mail.Mailbox;
import afterorder.localcloud.mail.Ses;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.secret.Secrets;
import afterorder.localcloud.storage.Buckets;
import afterorder.localcloud.table.Tables;
import afterorder.localcloud.template.Template;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Table, queue, bucket and mailbox behind one port, as a template would have them, and AWS's own clients for them. */
public final class TestCloud implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REGION = "eu-central-1";

    /** The ARN of the secret that there is. */
    public static final String SECRET = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:vendor-A1B2C3";

    public final AccessKeys keys = new AccessKeys();
    public final MovableClock clock;
    public final CallLog log = new CallLog();
    public final Edge edge;
    public final Queues queues;
    public final Mailbox mailbox;

    /** What was published to topics: the topic, a space, the message. */
    public final List<String> published = new CopyOnWriteArrayList<>();

    public final Secrets secrets;
    public final Tables tables;
    public final Buckets buckets;
    private final SdkHttpClient http =
            Apache5HttpClient.builder().maxConnections(50).build();
    private final HttpClient plain = HttpClient.newHttpClient();

    public TestCloud(Path data) {
        clock = new MovableClock(data.resolve("clock.json"));
        edge = new Edge(0, clock, keys);
        edge.intercept(log);
        secrets = new Secrets(clock);
        tables = new Tables(data.resolve("tables"), REGION);
        queues = new Queues(data.resolve("queues"), clock, REGION, edge.address());
        buckets = new Buckets(data.resolve("buckets"), clock, keys);
        mailbox = new Mailbox(data.resolve("mails"));
        edge.service("dynamodb", tables.handler());
        edge.service("sqs", queues.handler());
        edge.service("s3", buckets.handler());
        secrets.create("vendor", SECRET, "{\"token\":\"to-be-kept\"}");
        edge.service("secretsmanager", secrets);
        Fates fates = new Fates(data.resolve("mail-addresses"));
        Template.ConfigurationSet set = new Template.ConfigurationSet(
                "Events",
                "events",
                Set.of("BOUNCE", "COMPLAINT"),
                List.of(new Template.EventDestination(Set.of("bounce", "complaint", "reject"), "topic")),
                1);
        Deliveries deliveries =
                new Deliveries(List.of(set), fates, (source, topic, message) -> published.add(topic + " " + message));
        edge.service("ses", new Ses(mailbox, clock, REGION, List.of("shop.example"), deliveries));
        edge.local(Fates.DOOR, fates);
        edge.local("/_local/calls", log.page());
        edge.local("/_local/clock", new ClockPage(clock));
        edge.local("/_local/mailbox", new MailPages(mailbox, REGION).mailbox());
        edge.local("/_aws/ses", new MailPages(mailbox, REGION).localStack());
        createResources();
        edge.start();
    }

    private void createResources() {
        tables.create("orders", json("""
                {"BillingMode":"PAY_PER_REQUEST",
                 "KeySchema":[{"AttributeName":"orderId","KeyType":"HASH"},{"AttributeName":"part","KeyType":"RANGE"}],
                 "AttributeDefinitions":[{"AttributeName":"orderId","AttributeType":"S"},
                   {"AttributeName":"part","AttributeType":"S"},{"AttributeName":"due","AttributeType":"S"}],
                 "GlobalSecondaryIndexes":[{"IndexName":"due","Projection":{"ProjectionType":"KEYS_ONLY"},
                   "KeySchema":[{"AttributeName":"due","KeyType":"HASH"}]}],
                 "TimeToLiveSpecification":{"AttributeName":"expires","Enabled":true}}"""));
        queues.create("failed", json("{}"));
        queues.create("orders", json("""
                {"VisibilityTimeout":60,"RedrivePolicy":{"maxReceiveCount":2,
                 "deadLetterTargetArn":"arn:aws:sqs:eu-central-1:000000000000:failed"}}"""));
        buckets.create("documents", json("{}"));
        buckets.create("keys", json("{\"ObjectLockEnabled\":true}"));
    }

    public AwsBasicCredentials as(String function) {
        AccessKey key = keys.issue(new Caller(function, "environment-1"));
        return AwsBasicCredentials.create(key.id(), key.secret());
    }

    public DynamoDbClient dynamo(AwsBasicCredentials credentials) {
        return client(DynamoDbClient::builder, credentials);
    }

    public SqsClient sqs(AwsBasicCredentials credentials) {
        return client(SqsClient::builder, credentials);
    }

    public S3Client s3(AwsBasicCredentials credentials) {
        return client(S3Client::builder, credentials);
    }

    public SesClient ses(AwsBasicCredentials credentials) {
        return client(SesClient::builder, credentials);
    }

    public SecretsManagerClient secretsManager(AwsBasicCredentials credentials) {
        return client(SecretsManagerClient::builder, credentials);
    }

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    public HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(edge.address() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @return the status */
    public int tell(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(edge.address() + path))
                        .PUT(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    public HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(edge.address() + path)).DELETE());
    }

    public JsonNode page(String path) {
        return json(get(edge.address() + path).body());
    }

    @Override
    public void close() {
        http.close();
        plain.close();
        edge.close();
        queues.close();
        buckets.close();
        tables.close();
        clock.close();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return plain.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            Supplier<B> builder, AwsBasicCredentials credentials) {
        return builder.get()
                .endpointOverride(URI.create(edge.address()))
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(once -> once.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClient(http)
                .build();
    }
}
