package afterorder.localcloud.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.edge.TestCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueuesTest {
    private TestCloud cloud;
    private SqsClient sqs;
    private String orders;

    @BeforeEach
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
        sqs = cloud.sqs(cloud.as("order-intake"));
        orders = cloud.queues.url("orders");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void a_jump_of_the_clock_wakes_polls_for_what_was_delayed_or_in_flight() throws Exception {
        cloud.clock.advance(Duration.ofDays(30));
        sqs.sendMessage(send -> send.queueUrl(orders).messageBody("later").delaySeconds(900));
        assertThat(cloud.queues.receive("orders", 10, Duration.ZERO)).isEmpty();

        var poll = polling("orders");
        cloud.clock.advance(Duration.ofMinutes(15));
        Message delayed = poll.get().getFirst();
        assertThat(delayed.body()).isEqualTo("later");
        assertThat(delayed.sent()).isAfter(Instant.now().plus(Duration.ofDays(29)));

        var second = polling("orders");
        cloud.clock.advance(Duration.ofSeconds(60));
        assertThat(second.get().getFirst().receiveCount()).isEqualTo(2);
    }

    @Test
    void what_is_received_over_http_carries_the_moved_time() {
        cloud.clock.advance(Duration.ofDays(30));
        sqs.sendMessage(send -> send.queueUrl(orders).messageBody("now"));
        var message = sqs.receiveMessage(
                        receive -> receive.queueUrl(orders).messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .getFirst();
        long sent = Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP));
        assertThat(Instant.ofEpochMilli(sent)).isAfter(Instant.now().plus(Duration.ofDays(29)));
    }

    @Test
    void what_fails_too_often_moves_to_the_dead_letter_queue_and_what_is_too_old_is_gone() throws Exception {
        sqs.sendMessage(send -> send.queueUrl(orders).messageBody("poison"));
        for (int delivery = 1; delivery <= 2; delivery++) {
            Message message =
                    cloud.queues.receive("orders", 1, Duration.ofSeconds(5)).getFirst();
            cloud.queues.changeVisibility("orders", message.receiptHandle(), Duration.ZERO);
        }
        var staff = polling("failed");
        assertThat(cloud.queues.receive("orders", 1, Duration.ofMillis(200))).isEmpty();
        assertThat(staff.get().getFirst().body()).isEqualTo("poison");
        await().until(() -> visible("orders").equals("0"));
        cloud.clock.advance(Duration.ofDays(5));
        assertThat(cloud.queues.receive("failed", 1, Duration.ofMillis(200))).isEmpty();
    }

    @Test
    void what_is_deleted_does_not_come_again() throws Exception {
        sqs.sendMessage(send -> send.queueUrl(orders).messageBody("done"));
        Message message =
                cloud.queues.receive("orders", 10, Duration.ofSeconds(5)).getFirst();
        cloud.queues.delete("orders", List.of(message.receiptHandle()));
        cloud.clock.advance(Duration.ofHours(1));
        assertThat(cloud.queues.receive("orders", 10, Duration.ZERO)).isEmpty();
    }

    @Test
    void limits_are_those_of_sqs_counted_in_bytes() {
        String most = "ü".repeat(512 * 1024);
        sqs.sendMessage(send -> send.queueUrl(orders).messageBody(most));
        assertThatThrownBy(() -> sqs.sendMessage(send -> send.queueUrl(orders).messageBody(most + "!")))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("Message must be shorter than 1048576 bytes");
        assertThatThrownBy(() ->
                        sqs.sendMessageBatch(send -> send.queueUrl(orders).entries(entry("a", most), entry("b", "!"))))
                .hasMessageContaining("Batch requests cannot be longer than 1048576 bytes");
        assertThatThrownBy(() ->
                        sqs.receiveMessage(receive -> receive.queueUrl(orders).visibilityTimeout(43_201)))
                .hasMessageContaining("Must be between 0 and 43200");
    }

    @Test
    void an_unknown_queue_is_refused_and_queues_come_from_the_template_alone() {
        assertThatThrownBy(() -> sqs.sendMessage(
                        send -> send.queueUrl(cloud.queues.url("nobody")).messageBody("?")))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> sqs.createQueue(create -> create.queueName("mine")))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("template");
    }

    private CompletableFuture<List<Message>> polling(String queue) {
        CompletableFuture<List<Message>> poll = CompletableFuture.supplyAsync(() -> {
            try {
                return cloud.queues.receive(queue, 10, Duration.ofSeconds(20));
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        });
        await().during(Duration.ofMillis(150)).until(() -> !poll.isDone());
        return poll.orTimeout(5, java.util.concurrent.TimeUnit.SECONDS);
    }

    private String visible(String queue) {
        return sqs.getQueueAttributes(get -> get.queueUrl(cloud.queues.url(queue))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }
}
