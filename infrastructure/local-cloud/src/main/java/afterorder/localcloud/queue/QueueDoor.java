package afterorder.localcloud.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.AfterMillisNextDelivery;
import org.elasticmq.DefaultVisibilityTimeout$;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageData;
import org.elasticmq.MillisNextDelivery;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.ReceiveMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.collection.immutable.List;

/**
 * Stands before a queue of ElasticMQ and mends what the queue does not do itself: it looks at the machine's clock for
 * delays and counts, keeps messages beyond their retention, and sleeps through a jump of the clock.
 */
final class QueueDoor extends AbstractActor {
    private static final Duration ANSWER = Duration.ofSeconds(25);

    private final ActorRef queue;
    private final ActorRef store;
    private final String name;
    private final MovedNow now;
    private final Supplier<QueueSettings> settings;

    /** Published when a poll that waits may have its messages now: after a jump of the clock, or a move between queues. */
    enum LookAgain {
        NOW
    }

    private record Polled(ReceiveMessages poll, ActorRef caller, List<MessageData> messages) {}

    QueueDoor(ActorRef queue, ActorRef store, String name, MovedNow now, Supplier<QueueSettings> settings) {
        this.queue = queue;
        this.store = store;
        this.name = name;
        this.now = now;
        this.settings = settings;
    }

    @Override
    public void preStart() {
        getContext().getSystem().getEventStream().subscribe(getSelf(), LookAgain.class);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(SendMessage.class, send -> queue.forward(new SendMessage(due(send.message())), getContext()))
                .match(ReceiveMessages.class, poll -> poll(poll, getSender()))
                .match(Polled.class, this::deliver)
                .match(
                        GetQueueStatistics.class,
                        count -> queue.forward(new GetQueueStatistics(now.nowMillis()), getContext()))
                .match(ClearQueue.class, clear -> {
                    store.tell(new MessageStore.Purged(name), ActorRef.noSender());
                    queue.forward(clear, getContext());
                })
                .match(LookAgain.class, jump -> wake())
                .matchAny(other -> queue.forward(other, getContext()))
                .build();
    }

    private NewMessageData due(NewMessageData message) {
        long delay =
                switch (message.nextDelivery()) {
                    case AfterMillisNextDelivery after -> after.millis();
                    case ImmediateNextDelivery$ queueDelay ->
                        settings.get().delay().toMillis();
                    default -> 0;
                };
        return new NewMessageData(
                message.id(),
                message.content(),
                message.messageAttributes(),
                new MillisNextDelivery(now.nowMillis() + delay),
                message.messageGroupId(),
                message.messageDeduplicationId(),
                message.orderIndex(),
                message.tracingId(),
                message.sequenceNumber(),
                message.deadLetterSourceQueueName());
    }

    private void poll(ReceiveMessages poll, ActorRef caller) {
        Patterns.ask(queue, poll, ANSWER).whenComplete((answer, failure) -> {
            if (failure == null) getSelf().tell(new Polled(poll, caller, messages(answer)), ActorRef.noSender());
            else caller.tell(new org.apache.pekko.actor.Status.Failure(failure), getSelf());
        });
    }

    /** What is beyond its retention is deleted instead of delivered; when nothing is left, the poll begins again. */
    private void deliver(Polled polled) {
        Instant oldest =
                Instant.ofEpochMilli(now.nowMillis()).minus(settings.get().retention());
        List<MessageData> kept = polled.messages().filter(message -> !expired(message, oldest));
        polled.messages().filter(message -> expired(message, oldest)).foreach(message -> {
            queue.tell(new DeleteMessage(message.deliveryReceipt().get()), ActorRef.noSender());
            return scala.runtime.BoxedUnit.UNIT;
        });
        if (kept.isEmpty() && !polled.messages().isEmpty()) poll(polled.poll(), polled.caller());
        else polled.caller().tell(kept, queue);
    }

    private boolean expired(MessageData message, Instant oldest) {
        return now.moved(message.created()).isBefore(oldest);
    }

    /** A queue looks at its polls again after any change of a visibility timeout, also of a message that is not there. */
    private void wake() {
        queue.tell(
                new UpdateVisibilityTimeout(new DeliveryReceipt("none#none"), DefaultVisibilityTimeout$.MODULE$),
                ActorRef.noSender());
    }

    @SuppressWarnings("unchecked")
    private static List<MessageData> messages(Object answer) {
        return (List<MessageData>) answer;
    }
}
