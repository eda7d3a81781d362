package afterorder.localcloud.workflow.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import afterorder.localcloud.workflow.definition.ResourceName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class SdkIntegrationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private String answer = "{}";
    private Optional<String> error = Optional.empty();
    private final Functions functions = (function, event) -> {
        if (function.equals("missing")) throw new AwsError(404, "ResourceNotFoundException", "Function not found");
        if (function.equals("forbidden")) throw new AwsError(403, "AccessDeniedException", "User is not authorized");
        return CompletableFuture.completedFuture(new Functions.Answer(answer.getBytes(StandardCharsets.UTF_8), error));
    };
    /** Nothing listens there. */
    private final SdkIntegrations integrations =
            new SdkIntegrations(URI.create("http://127.0.0.1:9"), "key", "secret", "eu-central-1", functions);

    @AfterEach
    void close() {
        integrations.close();
    }

    @Test
    void a_function_answers_in_its_payload() throws Exception {
        answer = "{\"sent\":true}";
        JsonNode result = call("arn:aws:states:::lambda:invoke", "{\"FunctionName\":\"mail\",\"Payload\":{\"a\":1}}");
        assertThat(result.at("/Payload/sent").asBoolean()).isTrue();
        assertThat(result.get("StatusCode").asInt()).isEqualTo(200);
    }

    @Test
    void the_error_of_a_function_is_the_error_of_the_task() {
        error = Optional.of("Unhandled");
        answer = "{\"errorMessage\":\"no\",\"errorType\":\"afterorder.Refused\"}";
        TaskFailure failure = failure("arn:aws:states:::lambda:invoke", "{\"FunctionName\":\"mail\"}");
        assertThat(failure.error()).isEqualTo("afterorder.Refused");
        assertThat(failure).hasMessage(answer);
        answer = "{\"errorMessage\":\"gone\"}";
        assertThat(failure("arn:aws:states:::lambda:invoke", "{\"FunctionName\":\"mail\"}")
                        .error())
                .isEqualTo("Lambda.Unknown");
        assertThat(failure("arn:aws:states:::lambda:invoke", "{\"FunctionName\":\"missing\"}")
                        .error())
                .isEqualTo("Lambda.ResourceNotFoundException");
        assertThat(failure("arn:aws:states:::lambda:invoke", "{\"FunctionName\":\"forbidden\"}")
                        .error())
                .isEqualTo("Lambda.AWSLambdaException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqs:sendMessage      | {"QueueUrl":"http://127.0.0.1:9/1/q","MessageBody":{"a":1}} | SQS.SdkClientException
            sqs:sendMessage      | {"QueueUrl":"http://elsewhere/1/q","MessageBody":"x"}       | SQS.SdkClientException
            sqs:sendMessage      | {"QueueUrl":"q"}                                            | SQS.AmazonSQSException
            sqs:sendMessage      | {"QueueUrl":"q","MessageBody":1}                            | States.Runtime
            dynamodb:putItem     | {"TableName":"t","Item":null}                               | DynamoDB.AmazonDynamoDBException
            aws-sdk:dynamodb:query | {"TableName":"t","Limit":2}                               | DynamoDb.SdkClientException
            aws-sdk:dynamodb:query | {"TableName":"t","Color":2}                               | States.Runtime
            """, quoteCharacter = '`')
    void errors_have_the_names_of_step_functions(String resource, String arguments, String name) {
        assertThat(failure("arn:aws:states:::" + resource, arguments).error()).isEqualTo(name);
    }

    @Test
    void knows_only_what_step_functions_and_it_can_call() {
        assertThat(integrations.knows(resource("arn:aws:states:::sqs:sendMessage.waitForTaskToken")))
                .isTrue();
        assertThat(integrations.knows(resource("arn:aws:states:::aws-sdk:dynamodb:query")))
                .isTrue();
        assertThat(integrations.knows(resource("arn:aws:states:::sqs:receiveMessage")))
                .isFalse();
        assertThat(integrations.knows(resource("arn:aws:states:::dynamodb:putItem.waitForTaskToken")))
                .isFalse();
        assertThat(integrations.knows(resource("arn:aws:states:::lambda:invoke.sync")))
                .isFalse();
        assertThat(integrations.knows(resource("arn:aws:states:::aws-sdk:sqs:dance")))
                .isFalse();
        assertThat(integrations.problems(resource("arn:aws:states:::dynamodb:putItem"), Set.of("TableName", "Color")))
                .hasSize(2);
    }

    @Test
    void json_becomes_a_request_of_the_sdk_and_json_again() throws Exception {
        JsonNode json = JSON.readTree(
                "{\"TableName\":\"t\",\"Item\":{\"id\":{\"S\":\"1\"},\"tags\":{\"L\":[{\"BOOL\":true}]}}}");
        PutItemRequest.Builder builder = PutItemRequest.builder();
        PojoJson.fill(builder, json);
        PutItemRequest request = builder.build();
        assertThat(request.item().get("tags").l()).containsExactly(AttributeValue.fromBool(true));
        assertThat(PojoJson.json(request)).isEqualTo(json);
    }

    private JsonNode call(String arn, String arguments) throws Exception {
        return integrations.call(resource(arn), JSON.readTree(arguments));
    }

    private TaskFailure failure(String arn, String arguments) {
        return catchThrowableOfType(TaskFailure.class, () -> call(arn, arguments));
    }

    private static ResourceName resource(String arn) {
        return ResourceName.of(arn).orElseThrow();
    }
}
