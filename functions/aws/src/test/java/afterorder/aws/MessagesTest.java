package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Json;
import afterorder.order.OrderId;
import afterorder.order.row.StaleRow;
import afterorder.services.InvocationContext;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final OrderId ONE = OrderId.of("shop", "1");
    private static final OrderId TWO = OrderId.of("shop", "2");
    private static final Instant SENT = Instant.parse("2026-11-23T08:15:30.123Z");

    private final InvocationContext context = new InvocationContext();
    private final List<OrderId> handled = new ArrayList<>();

    @Test
    void lets_a_message_that_cannot_be_read_fail_alone() {
        SQSEvent batch = batch(message("1", ONE), poison("2"), message("3", TWO));
        assertThat(failures(batch, (message, now) -> handled.add(message.orderId())))
                .containsExactly("2");
        assertThat(handled).containsExactly(ONE, TWO);
    }

    @Test
    void lets_a_message_whose_work_fails_come_again_and_logs_why() {
        SQSEvent batch = batch(message("1", ONE), message("2", TWO));
        List<String> failures = failures(batch, (message, now) -> {
            if (message.orderId().equals(ONE)) throw new IllegalStateException("the printer is out of paper");
            handled.add(message.orderId());
        });
        assertThat(failures).containsExactly("1");
        assertThat(handled).containsExactly(TWO);
        assertThat(context.log()).contains("message 1 failed").contains("the printer is out of paper");
    }

    @Test
    void says_in_each_line_which_order_invocation_and_trace_it_is_about() throws JsonProcessingException {
        failures(batch(message("1", ONE)), (message, now) -> handled.add(message.orderId()));
        JsonNode line = Json.MAPPER.readTree(context.log());
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("message").asText()).isEqualTo("message 1 handled");
        assertThat(line.path("orderId").asText()).isEqualTo(ONE.value());
        assertThat(line.path("part").asText()).isEqualTo("order");
        assertThat(line.path("requestId").asText()).isEqualTo(context.getAwsRequestId());
        assertThat(line.path("traceId").asText()).isEqualTo(context.getXrayTraceId());
    }

    @Test
    void writes_figures_as_cloudwatch_makes_metrics_of_them() throws JsonProcessingException {
        Metrics metrics = new Metrics(new Environment(Map.of("METRICS_NAMESPACE", "afterorder")));
        metrics.write(context, SENT, Map.of("OldestOverdueSeconds", 60L));
        JsonNode line = Json.MAPPER.readTree(context.log());
        assertThat(line.path("OldestOverdueSeconds").asInt()).isEqualTo(60);
        assertThat(line.path("_aws")).isEqualTo(Json.MAPPER.readTree("""
                {"Timestamp": 1795421730123, "CloudWatchMetrics": [{"Namespace": "afterorder", "Dimensions": [[]],
                 "Metrics": [{"Name": "OldestOverdueSeconds", "Unit": "Seconds"}]}]}"""));
    }

    @Test
    void begins_a_step_again_that_lost_a_race() {
        AtomicInteger races = new AtomicInteger();
        List<String> failures = failures(batch(message("1", ONE)), (message, now) -> {
            if (races.incrementAndGet() < 3) throw new StaleRow(List.of(), new RuntimeException());
            handled.add(message.orderId());
        });
        assertThat(failures).isEmpty();
        assertThat(handled).containsExactly(ONE);
    }

    @Test
    void gives_up_a_race_that_is_never_won() {
        assertThatThrownBy(() -> Messages.untilUndisturbed(() -> {
                    throw new StaleRow(List.of(), new RuntimeException());
                }))
                .isInstanceOf(StaleRow.class);
    }

    @Test
    void takes_the_time_from_when_the_message_was_sent() {
        List<Instant> times = new ArrayList<>();
        failures(batch(message("1", ONE)), (message, now) -> times.add(now));
        assertThat(times).containsExactly(SENT);
    }

    private List<String> failures(SQSEvent batch, Messages.Handler<AcceptedOrders.Message> handler) {
        return Messages.each(batch, AcceptedOrders.Message.class, context, handler).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static SQSEvent batch(SQSEvent.SQSMessage... messages) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(List.of(messages));
        return batch;
    }

    private static SQSEvent.SQSMessage poison(String id) {
        SQSEvent.SQSMessage message = message(id, ONE);
        message.setBody("{\"orderId\": \"../../etc\"}");
        return message;
    }

    private static SQSEvent.SQSMessage message(String id, OrderId order) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        message.setBody("{\"orderId\": \"" + order + "\"}");
        message.setAttributes(Map.of("SentTimestamp", Long.toString(SENT.toEpochMilli())));
        return message;
    }
}
