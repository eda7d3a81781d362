package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.row.RowKey;
import afterorder.order.row.StaleRow;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Goes through a batch of messages; one that fails comes again, and does not hold up the others. */
public final class Messages {
    private static final int MOST_RACES = 10;

    private Messages() {}

    /** Does what a message says. @param now when the message was sent: the same at each delivery */
    public interface Handler<M> {
        void handle(M message, Instant now);
    }

    public static <M extends AboutRow> SQSBatchResponse each(
            SQSEvent batch, Class<M> type, Context context, Handler<M> handler) {
        Log log = Log.of(context);
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : batch.getRecords()) {
            if (!isHandled(message, type, handler, log)) failures.add(new BatchItemFailure(message.getMessageId()));
        }
        return new SQSBatchResponse(failures);
    }

    private static <M extends AboutRow> boolean isHandled(
            SQSEvent.SQSMessage message, Class<M> type, Handler<M> handler, Log log) {
        try {
            M body = Json.MAPPER.readValue(message.getBody(), type);
            return isHandled(body, body.key(), message, handler, log);
        } catch (JsonProcessingException | RuntimeException unreadable) {
            log.error("message " + message.getMessageId() + " cannot be read", unreadable);
            return false;
        }
    }

    private static <M> boolean isHandled(M body, RowKey key, SQSEvent.SQSMessage message, Handler<M> handler, Log log) {
        try {
            untilUndisturbed(() -> handler.handle(body, sentAt(message)));
            log.info(key, "message " + message.getMessageId() + " handled");
            return true;
        } catch (RuntimeException failure) {
            log.error(key, "message " + message.getMessageId() + " failed", failure);
            return false;
        }
    }

    /** Runs a step that reads, decides and writes, again from its beginning whenever somebody else wrote in between. */
    public static void untilUndisturbed(Runnable step) {
        undisturbed(() -> {
            step.run();
            return step;
        });
    }

    /**
     * As {@link #untilUndisturbed}, with what the step answers.
     *
     * @throws StaleRow when somebody else was faster each time
     */
    public static <T> T undisturbed(Supplier<T> step) {
        for (int race = 1; ; race++) {
            try {
                return step.get();
            } catch (StaleRow lost) {
                if (race == MOST_RACES) throw lost;
            }
        }
    }

    private static Instant sentAt(SQSEvent.SQSMessage message) {
        return Instant.ofEpochMilli(Long.parseLong(message.getAttributes().get("SentTimestamp")));
    }
}
