package afterorder.localcloud.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import org.elasticmq.CreateQueueData;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import scala.Option;
import scala.collection.immutable.Map$;

/** The properties of {@code AWS::SQS::Queue}, checked and with their defaults as SQS has them. */
record QueueSettings(
        Duration visibilityTimeout,
        Duration delay,
        Duration receiveWait,
        Duration retention,
        int maximumMessageSize,
        Optional<DeadLettersQueueData> deadLetters) {

    static final int MEGABYTE = 1_048_576;
    static final QueueSettings DEFAULT = read("", JsonNodeFactory.instance.objectNode());

    static QueueSettings read(String name, JsonNode properties) {
        if (properties.path("FifoQueue").asBoolean() || name.endsWith(".fifo")) {
            throw new IllegalArgumentException("queue " + name + ": the local cloud does not know FIFO queues");
        }
        Reader reader = new Reader(name, properties);
        return new QueueSettings(
                reader.seconds("VisibilityTimeout", 30, 0, 43_200),
                reader.seconds("DelaySeconds", 0, 0, 900),
                reader.seconds("ReceiveMessageWaitTimeSeconds", 0, 0, 20),
                reader.seconds("MessageRetentionPeriod", 345_600, 60, 1_209_600),
                reader.number("MaximumMessageSize", MEGABYTE, 1_024, MEGABYTE),
                deadLetters(new Reader(name, properties.path("RedrivePolicy"))));
    }

    CreateQueueData data(String name) {
        return new CreateQueueData(
                name,
                Option.apply(new MillisVisibilityTimeout(visibilityTimeout.toMillis())),
                Option.apply(delay),
                Option.apply(receiveWait),
                Option.empty(),
                Option.empty(),
                Option.apply(deadLetters.orElse(null)),
                false,
                false,
                Option.empty(),
                Option.empty(),
                Map$.MODULE$.<String, String>empty());
    }

    private static Optional<DeadLettersQueueData> deadLetters(Reader policy) {
        String arn = policy.properties.path("deadLetterTargetArn").asText();
        if (arn.isEmpty()) return Optional.empty();
        return Optional.of(new DeadLettersQueueData(
                arn.substring(arn.lastIndexOf(':') + 1), policy.number("maxReceiveCount", 10, 1, 1_000)));
    }

    private record Reader(String queue, JsonNode properties) {

        Duration seconds(String property, int otherwise, int least, int most) {
            return Duration.ofSeconds(number(property, otherwise, least, most));
        }

        int number(String property, int otherwise, int least, int most) {
            int value = properties.path(property).asInt(otherwise);
            if (value >= least && value <= most) return value;
            throw new IllegalArgumentException(
                    "queue %s: %s must be from %d to %d, not %d".formatted(queue, property, least, most, value));
        }
    }
}
