package afterorder.localcloud.queue;

import java.sql.SQLException;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * Keeps what ElasticMQ's queues tell about their messages; a queue answers its caller only when it is kept. ElasticMQ has
 * a store of its own, but that one opens a single database in a process, forgets to remove messages that a long poll moved
 * to the dead-letter queue, and can lose one that is moved while the process dies.
 */
final class MessageStore extends AbstractActor {
    private final MessageTable table;

    /** All messages of a queue are gone, which ElasticMQ does not tell. */
    record Purged(String queue) {}

    private interface Change {
        void make() throws SQLException;
    }

    MessageStore(MessageTable table) {
        this.table = table;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.MessageAdded.class, this::add)
                .match(
                        QueueEvent.MessageUpdated.class,
                        updated -> keep(() -> table.put(updated.queueName(), updated.message())))
                .match(
                        QueueEvent.MessageRemoved.class,
                        removed -> keep(() -> table.remove(removed.queueName(), removed.messageId())))
                .match(Purged.class, purged -> keep(() -> table.clear(purged.queue())))
                .match(QueueEvent.class, queueItself -> {})
                .build();
    }

    /** ElasticMQ does not wake the polls of a dead-letter queue for what moves there. */
    private void add(QueueEvent.MessageAdded added) {
        keep(() -> table.put(added.queueName(), added.message()));
        if (added.message().deadLetterSourceQueueName().isDefined()) {
            getContext().getSystem().getEventStream().publish(QueueDoor.LookAgain.NOW);
        }
    }

    private void keep(Change change) {
        try {
            change.make();
            getSender().tell(OperationSuccessful$.MODULE$, getSelf());
        } catch (SQLException failure) {
            getSender().tell(new Status.Failure(failure), getSelf());
        }
    }
}
