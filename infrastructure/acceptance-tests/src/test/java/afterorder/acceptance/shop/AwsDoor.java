package afterorder.acceptance.shop;

import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** AWS as an engineer sees it, with the clients of its SDK. */
public final class AwsDoor implements AutoCloseable {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final Shop shop;
    private final SqsClient sqs;
    private final SfnClient stepFunctions;
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;

    public AwsDoor(Shop shop) {
        this.shop = shop;
        this.sqs = at(SqsClient.builder()).build();
        this.stepFunctions = at(SfnClient.builder()).build();
        this.dynamoDb = at(DynamoDbClient.builder()).build();
        this.s3 = at(S3Client.builder()).build();
    }

    /** @param queue its logical id in the template */
    public void send(String queue, String body) {
        sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody(body));
    }

    /** What the messages of a queue say that are visible; they stay. @param queue its logical id in the template */
    public List<String> messages(String queue) {
        return visible(queue).distinct().toList();
    }

    private Stream<String> visible(String queue) {
        return sqs
                .receiveMessage(receive ->
                        receive.queueUrl(url(queue)).maxNumberOfMessages(10).visibilityTimeout(0))
                .messages()
                .stream()
                .map(Message::body);
    }

    /** Sends back what died. @param queue of dead letters */
    public void redrives(String queue) {
        String arn = sqs.getQueueAttributes(
                        get -> get.queueUrl(url(queue)).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs.startMessageMoveTask(start -> start.sourceArn(arn));
        awaitsEmpty(queue);
    }

    /** Waits until the queue holds nothing that is visible: what failed before may wait for its time. */
    public void awaitsDelivered(String queue) {
        Awaitility.await(queue + " is delivered")
                .atMost(Duration.ofSeconds(30))
                .until(() -> count(url(queue), List.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)) == 0);
    }

    /** Waits until the queue holds nothing, neither visible, in flight nor delayed. */
    public void awaitsEmpty(String queue) {
        Awaitility.await(queue + " is empty")
                .atMost(Duration.ofSeconds(30))
                .until(() -> count(url(queue), COUNTS) == 0);
    }

    /**
     * How many messages each queue of the template holds, visible, in flight or delayed.
     *
     * @return by the queue's logical id
     */
    public Map<String, Integer> depths() {
        Map<String, Integer> depths = new TreeMap<>();
        for (Template.Queue queue : shop.cloud().template().queues()) {
            depths.put(queue.logicalId(), count(queue.url(), COUNTS));
        }
        return depths;
    }

    private int count(String url, List<QueueAttributeName> counts) {
        return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(counts)).attributes().values().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** What a dead-letter queue holds, up to ten of its messages; they stay visible. */
    public List<String> deadLetters(String queue) {
        return visible(queue).toList();
    }

    /** The names of the executions that have not ended. */
    public List<String> running() {
        String machine = shop.cloud().template().workflows().getFirst().arn();
        return stepFunctions
                .listExecutionsPaginator(list -> list.stateMachineArn(machine).statusFilter(ExecutionStatus.RUNNING))
                .executions()
                .stream()
                .map(ExecutionListItem::name)
                .toList();
    }

    /** Waits until no execution for that order goes on: what is parked waits for a person, no workflow does. */
    public void awaitsEnd(String orderId) {
        Awaitility.await("the end of the executions for " + orderId)
                .atMost(Duration.ofSeconds(30))
                .until(() -> running().stream().noneMatch(name -> name.startsWith(orderId)));
    }

    /** The keys of all documents. */
    public Set<String> documentKeys() {
        return s3.listObjectsV2Paginator(list -> list.bucket(documents())).contents().stream()
                .map(S3Object::key)
                .collect(Collectors.toSet());
    }

    /** Starts an execution of the one state machine and waits for its end; answers how it ended, or the refusal. */
    public String starts(String name, String input) {
        try {
            String machine = shop.cloud().template().workflows().getFirst().arn();
            String execution = stepFunctions
                    .startExecution(
                            start -> start.stateMachineArn(machine).name(name).input(input))
                    .executionArn();
            return Awaitility.await(name + " ends")
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> stepFunctions
                                    .describeExecution(describe -> describe.executionArn(execution))
                                    .status(),
                            status -> status != ExecutionStatus.RUNNING)
                    .toString();
        } catch (ExecutionAlreadyExistsException refused) {
            return "ExecutionAlreadyExists";
        }
    }

    /** Everything that the histories of all executions hold. */
    public String histories() {
        String machine = shop.cloud().template().workflows().getFirst().arn();
        StringBuilder all = new StringBuilder();
        stepFunctions
                .listExecutionsPaginator(list -> list.stateMachineArn(machine))
                .executions()
                .forEach(execution -> {
                    all.append(stepFunctions.getExecutionHistory(
                            get -> get.executionArn(execution.executionArn()).includeExecutionData(true)));
                });
        return all.toString();
    }

    /** Every row of the table. */
    public List<Map<String, AttributeValue>> rows() {
        String table = shop.cloud().template().tables().getFirst().name();
        return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .toList();
    }

    /** Writes a row, in place of one that is there. */
    public void writes(Map<String, AttributeValue> row) {
        String table = shop.cloud().template().tables().getFirst().name();
        dynamoDb.putItem(put -> put.tableName(table).item(row));
    }

    /** What S3 tells of a document. */
    public HeadObjectResponse document(String key) {
        return s3.headObject(head -> head.bucket(documents()).key(key));
    }

    public HeadObjectResponse document(String key, String version) {
        return s3.headObject(head -> head.bucket(documents()).key(key).versionId(version));
    }

    public void deletes(String key, String version) {
        s3.deleteObject(delete -> delete.bucket(documents()).key(key).versionId(version));
    }

    public void replaces(String key, String content) {
        s3.putObject(put -> put.bucket(documents()).key(key), RequestBody.fromString(content));
    }

    /** Everything that the bucket of keys holds of an order; of all orders, where its number is empty. */
    public String soldTo(String orderId) {
        String keys = bucket("LicenseKeys");
        return s3.listObjectsV2Paginator(list -> list.bucket(keys).prefix(orderId)).contents().stream()
                .map(found -> content(keys, found.key()))
                .collect(Collectors.joining());
    }

    /** Empty when it was deleted since it was listed. */
    private String content(String bucket, String key) {
        try {
            return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
        } catch (NoSuchKeyException gone) {
            return "";
        }
    }

    private String documents() {
        return bucket("Documents");
    }

    private String bucket(String logicalId) {
        return shop.cloud().template().buckets().stream()
                .filter(bucket -> bucket.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        stepFunctions.close();
        dynamoDb.close();
    }

    private String url(String logicalId) {
        return shop.cloud().template().queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow()
                .url();
    }

    private <B extends AwsClientBuilder<B, C>, C> B at(B builder) {
        return builder.endpointOverride(shop.cloud().endpoint())
                .region(Region.of(Addresses.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }
}
