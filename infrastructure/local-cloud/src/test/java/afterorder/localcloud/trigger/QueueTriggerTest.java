package afterorder.localcloud.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueTriggerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration NO_WINDOW = Duration.ZERO;

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private SQSRestServer elasticMq;
    private SqsClient sqs;
    private MovableClock clock;
    private String url;
    private QueueTrigger trigger;

    @BeforeAll
    void starts(@TempDir Path folder) {
        elasticMq = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = elasticMq.waitUntilStarted().localAddress().getPort();
        clock = new MovableClock(folder.resolve("clock.json"));
        clock.advance(Duration.ofDays(400));
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @AfterAll
    void ends() {
        sqs.close();
        // Not waited for: it would first let the long polls run out.
        elasticMq.stopAndGetFuture();
        clock.close();
    }

    @BeforeEach
    void makesAQueue(TestInfo test) {
        events.clear();
        String name = "q" + Math.abs(test.getDisplayName().hashCode());
        url = sqs.createQueue(request ->
                        request.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")))
                .queueUrl();
    }

    @AfterEach
    void removesTheQueue() {
        trigger.close();
        sqs.deleteQueue(request -> request.queueUrl(url));
    }

    @Test
    void gives_messages_to_the_function_and_removes_them() {
        Instant before = clock.instant();
        send("first", "second");
        trigger = trigger(mapping(10, NO_WINDOW), event -> "{\"batchItemFailures\":[]}");
        await().untilAsserted(() -> assertThat(bodies()).containsExactlyInAnyOrder("first", "second"));
        await().untilAsserted(() -> assertThat(left()).isZero());
        JsonNode item = events.getFirst().path("Records").path(0);
        assertThat(item.path("eventSource").textValue()).isEqualTo("aws:sqs");
        assertThat(item.path("eventSourceARN").textValue()).isEqualTo("arn:aws:sqs:eu-central-1:000000000000:orders");
        assertThat(item.path("awsRegion").textValue()).isEqualTo("eu-central-1");
        assertThat(item.path("md5OfBody").textValue()).hasSize(32);
        assertThat(item.path("attributes").path("ApproximateReceiveCount").textValue())
                .isEqualTo("1");
        assertThat(Instant.ofEpochMilli(Long.parseLong(
                        item.path("attributes").path("SentTimestamp").textValue())))
                .isBetween(before.minusMillis(1), before.plusSeconds(10));
    }

    @Test
    void only_what_the_function_reports_as_failed_comes_again() {
        send("good", "bad");
        trigger = trigger(mapping(10, NO_WINDOW), this::failsOnFirstSightOfBad);
        await().untilAsserted(() -> assertThat(bodies()).containsExactlyInAnyOrder("good", "bad", "bad"));
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    @Test
    void after_an_error_or_a_nonsensical_report_the_whole_batch_comes_again() {
        send("a", "b");
        AtomicInteger calls = new AtomicInteger();
        Function<JsonNode, String> nonsenseOnce = event ->
                calls.getAndIncrement() < 2 ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}" : "null";
        trigger = trigger(mapping(1, NO_WINDOW), nonsenseOnce);
        await().untilAsserted(() -> assertThat(bodies()).containsExactlyInAnyOrder("a", "b", "a", "b"));
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    @Test
    void collects_a_batch_for_the_length_of_its_window() {
        String[] bodies = IntStream.range(0, 20).mapToObj(Integer::toString).toArray(String[]::new);
        send(bodies);
        trigger = trigger(mapping(20, Duration.ofSeconds(1)), event -> "null");
        await().untilAsserted(() -> assertThat(bodies()).hasSize(20));
        assertThat(events).hasSize(1);
    }

    @Test
    void no_more_batches_are_under_way_than_allowed() {
        CompletableFuture<Functions.Answer> held = new CompletableFuture<>();
        send("a", "b", "c", "d");
        Functions functions = (function, event) -> {
            record(event);
            return held;
        };
        trigger = new QueueTrigger(mapping(1, NO_WINDOW), new SqsQueue(sqs, url, clock), functions);
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(events).hasSize(2));
        held.complete(new Functions.Answer(new byte[0], Optional.empty()));
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    private String failsOnFirstSightOfBad(JsonNode event) {
        String failures = records(event)
                .filter(item -> item.path("body").textValue().equals("bad"))
                .filter(item ->
                        item.path("attributes").path("ApproximateReceiveCount").asInt() == 1)
                .map(item -> "{\"itemIdentifier\":\"" + item.path("messageId").textValue() + "\"}")
                .collect(Collectors.joining(","));
        return "{\"batchItemFailures\":[" + failures + "]}";
    }

    private QueueTrigger trigger(QueueMapping mapping, Function<JsonNode, String> answer) {
        Functions functions = (function, event) -> CompletableFuture.completedFuture(
                new Functions.Answer(answer.apply(record(event)).getBytes(StandardCharsets.UTF_8), Optional.empty()));
        return new QueueTrigger(mapping, new SqsQueue(sqs, url, clock), functions);
    }

    private static QueueMapping mapping(int batchSize, Duration window) {
        return new QueueMapping(
                "arn:aws:sqs:eu-central-1:000000000000:orders", "function:live", batchSize, window, true, 2);
    }

    private void send(String... bodies) {
        for (int from = 0; from < bodies.length; from += 10) {
            List<SendMessageBatchRequestEntry> entries = IntStream.range(from, Math.min(from + 10, bodies.length))
                    .mapToObj(number -> SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(number))
                            .messageBody(bodies[number])
                            .build())
                    .toList();
            sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
        }
    }

    private JsonNode record(byte[] event) {
        try {
            JsonNode read = JSON.readTree(event);
            events.add(read);
            return read;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private List<String> bodies() {
        return events.stream()
                .flatMap(QueueTriggerTest::records)
                .map(item -> item.path("body").textValue())
                .toList();
    }

    private static Stream<JsonNode> records(JsonNode event) {
        return StreamSupport.stream(event.path("Records").spliterator(), false);
    }

    private int left() {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }
}
