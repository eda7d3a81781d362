package afterorder.localcloud.workflow.integration;

import afterorder.localcloud.function.Functions;
import afterorder.localcloud.workflow.definition.ResourceName;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS and DynamoDB at an address, through the AWS SDK, and the functions. */
public final class SdkIntegrations implements Integrations, AutoCloseable {
    private static final Map<String, Set<String>> SQS_OPERATIONS =
            Map.of("sendMessage", Set.of("QueueUrl", "MessageBody"));
    private static final Map<String, Set<String>> DYNAMODB_OPERATIONS = Map.of(
            "getItem", Set.of("TableName", "Key"),
            "putItem", Set.of("TableName", "Item"),
            "updateItem", Set.of("TableName", "Key"),
            "deleteItem", Set.of("TableName", "Key"));

    private final URI endpoint;
    private final AwsBasicCredentials credentials;
    private final Region region;
    private final SdkHttpClient http =
            Apache5HttpClient.builder().maxConnections(200).build();
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final Map<String, ServiceCalls> services;

    public SdkIntegrations(URI endpoint, String accessKey, String secretKey, String region, Functions functions) {
        this.endpoint = endpoint;
        this.credentials = AwsBasicCredentials.create(accessKey, secretKey);
        this.region = Region.of(region);
        this.sqs = configure(SqsClient.builder()).build();
        this.dynamoDb = configure(DynamoDbClient.builder()).build();
        SdkCalls.Naming sqsNames = new SdkCalls.Naming("SQS", "AmazonSQSException", "AmazonSQS", "Sqs");
        SdkCalls.Naming dynamoDbNames =
                new SdkCalls.Naming("DynamoDB", "AmazonDynamoDBException", "AmazonDynamoDBv2", "DynamoDb");
        this.services = Map.of(
                "sqs", new SdkCalls(sqs, SqsClient.class, sqsNames, SQS_OPERATIONS, true),
                "dynamodb", new SdkCalls(dynamoDb, DynamoDbClient.class, dynamoDbNames, DYNAMODB_OPERATIONS, false),
                "lambda", new LambdaCalls(functions));
    }

    @Override
    public boolean knows(ResourceName resource) {
        ServiceCalls service = services.get(resource.service());
        return service != null && service.knows(resource);
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> arguments) {
        return service(resource).problems(resource, arguments);
    }

    @Override
    public JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure {
        if (resource.service().equals("sqs"))
            checkAddress(resource, arguments.path("QueueUrl").asText());
        return service(resource).call(resource, arguments);
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
        http.close();
    }

    private ServiceCalls service(ResourceName resource) {
        ServiceCalls service = services.get(resource.service());
        if (service == null) throw new IllegalArgumentException(resource + " is not known");
        return service;
    }

    static TaskFailure notStarted(JsonNode arguments, ArgumentError error) {
        return new TaskFailure(
                "States.Runtime",
                "The Arguments '" + arguments + "' could not be used to start the Task: [" + error.getMessage() + "]");
    }

    /** The SDK goes to the endpoint whatever the queue's address says; elsewhere on this machine there is no queue. */
    private void checkAddress(ResourceName resource, String queue) throws TaskFailure {
        if (!queue.contains("://")) return;
        URI address = URI.create(queue);
        if (endpoint.getAuthority().equals(address.getAuthority())) return;
        throw new TaskFailure(
                (resource.sdk() ? "Sqs" : "SQS") + ".SdkClientException",
                "Unable to execute HTTP request: " + address.getHost() + ": Name or service not known");
    }

    /** Without attempts of its own: whether to try again is for the workflow to say. */
    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder) {
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(http)
                .overrideConfiguration(options -> options.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    }
}
