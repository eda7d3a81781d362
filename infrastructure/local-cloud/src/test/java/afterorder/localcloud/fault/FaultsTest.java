package afterorder.localcloud.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.edge.TestCloud;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final String ORDER = "7K3M9X2Q4T8WZ";

    private final List<String> killed = new ArrayList<>();
    private TestCloud cloud;
    private AwsBasicCredentials intake;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
        Faults faults = new Faults(cloud.clock, killed::add);
        cloud.edge.intercept(faults);
        cloud.edge.attributeBy(environment -> "invocation-1");
        cloud.edge.local(FaultDoor.PATH, new FaultDoor(faults));
        intake = cloud.as("order-intake");
    }

    @AfterEach
    void calm() {
        cloud.delete(FaultDoor.PATH);
        killed.clear();
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, ThrottlingException, 400",
        "sqs, RequestThrottled, 400",
        "s3, SlowDown, 503",
        "ses, Throttling, 400",
        "secretsmanager, ThrottlingException, 400"
    })
    void each_service_throttles_in_its_own_words(String service, String code, int status) {
        rule("{\"service\": \"%s\", \"do\": \"throttle\"}".formatted(service));
        assertThatThrownBy(() -> call(service)).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.isThrottlingException()).isTrue();
        });
        call(service);
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, AccessDeniedException, 400",
        "sqs, AccessDeniedException, 403",
        "s3, AccessDenied, 403",
        "ses, AccessDenied, 403",
        "secretsmanager, AccessDeniedException, 400"
    })
    void each_service_denies_in_its_own_words(String service, String code, int status) {
        rule("{\"service\": \"%s\", \"do\": \"deny\"}".formatted(service));
        assertThatThrownBy(() -> call(service)).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused).hasMessageContaining("order-intake is not authorized to perform: ");
        });
        call(service);
    }

    @Test
    void a_rule_spares_the_first_calls_strikes_the_next_and_spares_what_it_does_not_match() {
        rule("""
                {"function": "INTAKE", "operation": "PutItem", "resource": "ord", "orderId": "%s", "after": 1, "times": 2,
                 "do": "error"}""".formatted(ORDER));
        cloud.dynamo(cloud.as("due-work"))
                .putItem(put -> put.tableName("orders").item(item("others")));
        put("first");
        assertThat(new boolean[] {fails("second"), fails("third"), fails("fourth")})
                .containsExactly(true, true, false);
        JsonNode rule = cloud.page(FaultDoor.PATH).at("/rules/0");
        assertThat(rule.get("met").asInt()).isEqualTo(4);
        assertThat(rule.get("struck").asInt()).isEqualTo(2);
        assertThat(rule.get("do").asText()).isEqualTo("error");
    }

    @Test
    void a_call_is_cut_before_it_is_done_or_after_it() {
        rule("{\"operation\": \"PutItem\", \"do\": \"cut-before\"}");
        assertThatThrownBy(() -> put("cut")).isInstanceOf(SdkClientException.class);
        assertThat(has("cut")).isFalse();
        rule("{\"operation\": \"PutItem\", \"do\": \"lose-answer\"}");
        assertThatThrownBy(() -> put("lost")).isInstanceOf(SdkClientException.class);
        assertThat(has("lost")).isTrue();
    }

    @Test
    void the_process_that_calls_is_killed_before_or_after() {
        rule("{\"operation\": \"PutItem\", \"do\": \"kill-before\"}");
        assertThatThrownBy(() -> put("before")).isInstanceOf(SdkClientException.class);
        rule("{\"operation\": \"PutItem\", \"do\": \"kill-after\"}");
        assertThatThrownBy(() -> put("after")).isInstanceOf(SdkClientException.class);
        assertThat(killed).containsExactly("environment-1", "environment-1");
        assertThat(has("before")).isFalse();
        assertThat(has("after")).isTrue();
    }

    @Test
    void a_call_waits_or_the_clock_jumps_at_it() {
        rule("{\"operation\": \"PutItem\", \"do\": \"delay\", \"seconds\": 0.3}");
        long begun = System.nanoTime();
        put("late");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
        Instant before = cloud.clock.instant();
        rule("{\"operation\": \"PutItem\", \"do\": \"clock-jump\", \"by\": \"P3D\"}");
        put("in three days");
        assertThat(cloud.clock.instant()).isAfter(before.plus(Duration.ofDays(3)));
    }

    @Test
    void the_same_seed_strikes_the_same_calls() {
        List<Boolean> first = struckOfHundred(4711);
        assertThat(first).contains(true, false);
        assertThat(first.stream().filter(struck -> struck).count()).isBetween(15L, 50L);
        assertThat(struckOfHundred(4711)).isEqualTo(first);
        assertThat(struckOfHundred(4712)).isNotEqualTo(first);
    }

    private List<Boolean> struckOfHundred(int seed) {
        cloud.delete(FaultDoor.PATH);
        rule("{\"operation\": \"PutItem\", \"do\": \"throttle\", \"probability\": 0.3, \"seed\": %d}".formatted(seed));
        return IntStream.range(0, 100).mapToObj(call -> fails("chance")).toList();
    }

    @Test
    void a_mail_that_no_row_tells_of_yet_is_noted_where_its_sender_is_struck() {
        recordsTheMail("attribute_not_exists(nothing)");
        call("ses");
        assertThatThrownBy(() -> recordsTheMail("attribute_exists(nothing)"))
                .as("somebody else was faster")
                .isInstanceOf(ConditionalCheckFailedException.class);
        rule("{\"operation\": \"PutItem\", \"times\": 2, \"do\": \"throttle\"}");
        assertThat(fails("record of the mail")).isTrue();
        recordsTheMail("attribute_not_exists(nothing)");
        assertThat(fails("something else")).isTrue();
        List<JsonNode> strikes =
                cloud.page(FaultDoor.PATH).get("strikes").valueStream().toList();
        JsonNode first = strikes.get(strikes.size() - 2);
        assertThat(first.get("unrecordedMailsOf").asText()).isEqualTo(ORDER);
        assertThat(first.get("unrecordedMails").asInt()).isEqualTo(1);
        assertThat(strikes.getLast().get("unrecordedMails").asInt()).isZero();
    }

    private void recordsTheMail(String condition) {
        cloud.dynamo(intake).updateItem(update -> update.tableName("orders")
                .key(item("order"))
                .updateExpression("SET sent = :yes")
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
    }

    @Test
    void a_broken_world_says_yes_and_does_nothing() {
        rule("{\"do\": \"forget-message\"}");
        rule("{\"do\": \"forget-mail\"}");
        rule("{\"do\": \"forget-object\"}");
        int mails = cloud.mailbox.messages().size();
        cloud.sqs(intake).sendMessage(send -> send.queueUrl(queue()).messageBody("forgotten"));
        call("ses");
        cloud.s3(intake)
                .putObject(put -> put.bucket("documents").key("forgotten"), RequestBody.fromString("a document"));
        assertThat(cloud.mailbox.messages()).hasSize(mails);
        assertThat(cloud.sqs(intake)
                        .receiveMessage(receive -> receive.queueUrl(queue()).maxNumberOfMessages(10))
                        .messages())
                .noneMatch(message -> message.body().equals("forgotten"));
        assertThat(cloud.s3(intake)
                        .listObjectsV2(list -> list.bucket("documents"))
                        .contents())
                .noneMatch(object -> object.key().equals("forgotten"));
    }

    /** Who is answered before all of it was read would see a broken connection instead. */
    @ParameterizedTest
    @ValueSource(strings = {"throttle", "deny", "error", "forget-object"})
    void the_caller_sees_the_answer_however_much_it_sends(String effect) {
        rule("{\"service\": \"s3\", \"do\": \"%s\"}".formatted(effect));
        try {
            cloud.s3(intake)
                    .putObject(
                            put -> put.bucket("documents").key("large"), RequestBody.fromBytes(new byte[20_000_000]));
            assertThat(effect).isEqualTo("forget-object");
        } catch (AwsServiceException answer) {
            assertThat(effect).isNotEqualTo("forget-object");
        }
        assertThat(cloud.s3(intake)
                        .listObjectsV2(list -> list.bucket("documents"))
                        .contents())
                .noneMatch(object -> object.key().equals("large"));
    }

    @Test
    void a_broken_table_overlooks_a_condition() {
        put("there");
        rule("{\"do\": \"ignore-condition\"}");
        cloud.dynamo(intake).putItem(put -> put.tableName("orders")
                .item(item("there"))
                .conditionExpression("attribute_not_exists(#part) AND #no <> :no")
                .expressionAttributeNames(Map.of("#part", "part", "#no", "no"))
                .expressionAttributeValues(Map.of(":no", AttributeValue.fromS("no"))));
        assertThatThrownBy(() -> cloud.dynamo(intake).putItem(put -> put.tableName("orders")
                        .item(item("there"))
                        .conditionExpression("attribute_not_exists(part)")))
                .hasMessageContaining("conditional");
    }

    @Test
    void every_mistake_of_bad_rules_is_told_and_none_of_them_taken() {
        HttpResponse<String> answer = cloud.post(FaultDoor.PATH, """
                [{"do": "throttle"},
                 {"do": "explode", "after": -1, "probability": 2, "of": "x"},
                 {"do": "delay", "service": "sns", "by": "tomorrow"}]""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("explode", "after is", "probability is", "unknown: of", "seconds are", "not sns", "by means");
        assertThat(cloud.page(FaultDoor.PATH).get("rules")).isEmpty();
        assertThat(cloud.post(FaultDoor.PATH, "{").statusCode()).isEqualTo(400);
    }

    @Test
    void calls_are_grouped_by_what_is_asked_for_and_other_names_refused() {
        put("grouped");
        rule("{\"operation\": \"PutItem\", \"do\": \"throttle\"}");
        assertThat(fails("grouped, too")).isTrue();
        JsonNode groups = cloud.page("/_local/calls?by=function,operation").get("groups");
        assertThat(groups.valueStream()
                        .filter(group -> group.get("operation").asText().equals("PutItem")
                                && group.get("function").asText().equals("order-intake")))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.get("count").asInt()).isGreaterThanOrEqualTo(2);
                    assertThat(group.get("errors").asInt()).isPositive();
                    assertThat(group.get("requestBytes").asLong()).isPositive();
                });
        HttpResponse<String> refused = cloud.get(cloud.edge.address() + "/_local/calls?by=operation,weather");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("weather", "orderId");
    }

    @Test
    void a_call_that_names_no_order_belongs_to_the_one_that_was_named_last() {
        put("named");
        call("ses");
        cloud.dynamo(intake).query(query -> query.tableName("orders")
                .indexName("due")
                .keyConditionExpression("due = :due")
                .expressionAttributeValues(Map.of(":due", AttributeValue.fromS("due"))));
        call("ses");
        List<JsonNode> mails = cloud.page("/_local/calls")
                .get("calls")
                .valueStream()
                .filter(call -> call.get("service").asText().equals("ses"))
                .toList();
        assertThat(mails.get(mails.size() - 2).get("orderId").asText()).isEqualTo(ORDER);
        assertThat(mails.getLast().get("orderId").isNull()).isTrue();
    }

    private void rule(String json) {
        HttpResponse<String> answer = cloud.post(FaultDoor.PATH, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void call(String service) {
        switch (service) {
            case "dynamodb" -> put("a call");
            case "sqs" ->
                cloud.sqs(intake).sendMessage(send -> send.queueUrl(queue()).messageBody("hello"));
            case "s3" ->
                cloud.s3(intake)
                        .putObject(put -> put.bucket("documents").key("a/b"), RequestBody.fromString("a document"));
            case "ses" ->
                cloud.ses(intake).sendRawEmail(send -> send.source("orders@shop.example")
                        .destinations("you@muster.example")
                        .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(
                                "From: orders@shop.example\r\nTo: you@muster.example\r\nSubject: hi\r\n\r\nhi"))));
            default -> cloud.secretsManager(intake).getSecretValue(get -> get.secretId(TestCloud.SECRET));
        }
    }

    private String queue() {
        return cloud.sqs(intake).getQueueUrl(get -> get.queueName("orders")).queueUrl();
    }

    private boolean fails(String part) {
        try {
            put(part);
            return false;
        } catch (AwsServiceException refused) {
            return true;
        }
    }

    private void put(String part) {
        cloud.dynamo(intake).putItem(put -> put.tableName("orders").item(item(part)));
    }

    private static Map<String, AttributeValue> item(String part) {
        return Map.of("orderId", AttributeValue.fromS(ORDER), "part", AttributeValue.fromS(part));
    }

    private boolean has(String part) {
        return cloud.dynamo(intake)
                .getItem(get -> get.tableName("orders").key(item(part)))
                .hasItem();
    }
}
