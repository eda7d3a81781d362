package afterorder.localcloud.queue;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.elasticmq.DefaultVisibilityTimeout$;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.MessageData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.NewMessageData;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.QueueStatistics;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.ReceiveMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The queues. Over HTTP they are SQS; the trigger of a function takes its messages here directly, without a signature and
 * without a call of its own in the log, as Lambda's pollers do.
 */
public final class Queues implements AutoCloseable {
    /** @param inFlight received and neither deleted nor visible again */
    public record Counts(long visible, long inFlight, long delayed) {}

    /** @param sent moved time */
    public record StoredMessage(String id, String body, Instant sent, int receiveCount) {}

    private final String region;
    private final String address;
    private final MovedNow now;
    private final ElasticMq server;
    private final Map<String, QueueSettings> settings = new ConcurrentHashMap<>();
    private final QueueHandler handler;

    /**
     * @param folder where the database file is, or will be
     * @param address of the edge, {@code http://127.0.0.1:4566}: the URLs of the queues begin with it
     */
    public Queues(Path folder, MovableClock clock, String region, String address) {
        this.region = region;
        this.address = address;
        now = new MovedNow(clock);
        server = new ElasticMq(folder, now, region, URI.create(address), this::settings);
        handler = new QueueHandler(server.address(), queue -> settings(queue).maximumMessageSize(), clock::moved);
        clock.onJump(server::lookAgain);
    }

    /** Answers what is signed for {@code sqs}. */
    public Handler handler() {
        return handler;
    }

    /**
     * Makes a queue from the properties of {@code AWS::SQS::Queue}, or gives the one there is these properties; its
     * dead-letter queue must have been made before.
     *
     * @throws IllegalArgumentException for a property out of SQS's range
     */
    public void create(String name, JsonNode properties) {
        QueueSettings wanted = QueueSettings.read(name, properties);
        settings.put(name, wanted);
        server.create(name, wanted);
    }

    /** As the edge sees it: {@code http://127.0.0.1:4566/000000000000/name}. */
    public String url(String name) {
        return address + "/" + ElasticMq.ACCOUNT + "/" + name;
    }

    public String arn(String name) {
        return "arn:aws:sqs:" + region + ":" + ElasticMq.ACCOUNT + ":" + name;
    }

    /**
     * Takes messages as {@code ReceiveMessage} does; blocks until there is one or the wait is over. A jump of the clock
     * that makes a message visible ends the wait.
     *
     * @param most messages, 1 to 10
     * @param wait up to 20 seconds, real time
     * @throws AwsError {@code QueueDoesNotExist}
     */
    public List<Message> receive(String queue, int most, Duration wait) throws InterruptedException {
        var request = new ReceiveMessages(DefaultVisibilityTimeout$.MODULE$, most, Option.apply(wait), Option.empty());
        scala.collection.Seq<MessageData> received = server.ask(queue, request, wait.plusSeconds(5));
        List<Message> messages = new ArrayList<>();
        CollectionConverters.asJava(received).forEach(message -> messages.add(delivered(message)));
        return messages;
    }

    /** Puts a message in, without attributes. It is kept when this returns. */
    public void send(String queue, String body) throws InterruptedException {
        NewMessageData message = new NewMessageData(
                Option.empty(),
                new MessageContent(body),
                Map$.MODULE$.<String, MessageAttribute>empty(),
                ImmediateNextDelivery$.MODULE$,
                Option.empty(),
                Option.empty(),
                0,
                Option.empty(),
                Option.empty(),
                Option.empty());
        server.ask(queue, new SendMessage(message), Duration.ofSeconds(5));
    }

    /** Deletes messages; a receipt handle that is no longer current changes nothing, as in SQS. */
    public void delete(String queue, List<String> receiptHandles) throws InterruptedException {
        for (String handle : receiptHandles) {
            server.ask(queue, new DeleteMessage(new DeliveryReceipt(handle)), Duration.ofSeconds(5));
        }
    }

    /** Makes a message that is in flight visible after this time; a handle that is no longer current changes nothing. */
    public void changeVisibility(String queue, String receiptHandle, Duration timeout) throws InterruptedException {
        server.ask(
                queue,
                new UpdateVisibilityTimeout(
                        new DeliveryReceipt(receiptHandle), new MillisVisibilityTimeout(timeout.toMillis())),
                Duration.ofSeconds(5));
    }

    /** Of all queues, in the order of the alphabet. */
    public List<String> names() {
        return settings.keySet().stream().sorted().toList();
    }

    public Counts counts(String queue) throws InterruptedException {
        QueueStatistics counted = server.ask(queue, new GetQueueStatistics(now.nowMillis()), Duration.ofSeconds(5));
        return new Counts(
                counted.approximateNumberOfVisibleMessages(),
                counted.approximateNumberOfInvisibleMessages(),
                counted.approximateNumberOfMessagesDelayed());
    }

    /** How long a message stays invisible after it was received. */
    public Duration visibilityTimeout(String queue) {
        return settings(queue).visibilityTimeout();
    }

    /** What it holds, the oldest first, whether visible or not; nothing is received by that. */
    public List<StoredMessage> messages(String queue) {
        return server.messages(queue).stream()
                .map(message -> new StoredMessage(
                        message.id(), message.content().value(), now.moved(message.created()), message.receiveCount()))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private QueueSettings settings(String queue) {
        return settings.getOrDefault(queue, QueueSettings.DEFAULT);
    }

    private Message delivered(MessageData message) {
        Instant first = message.statistics().approximateFirstReceive() instanceof OnDateTimeReceived received
                ? received.when().toInstant()
                : now.now().toInstant();
        return new Message(
                message.id().id(),
                message.deliveryReceipt().get().receipt(),
                message.content().value(),
                now.moved(message.created()),
                first,
                message.statistics().approximateReceiveCount(),
                Attributes.ours(message.messageAttributes()));
    }
}
