package afterorder.localcloud.queue;

import afterorder.localcloud.edge.AwsError;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/** ElasticMQ as it runs here: its actors, our store, and its HTTP server on a port behind the edge. */
final class ElasticMq implements AutoCloseable {
    static final String ACCOUNT = "000000000000";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MessageTable table;
    private final ActorSystem system;
    private final ActorRef queues;
    private final SQSRestServer server;

    ElasticMq(Path folder, MovedNow now, String region, URI edge, Function<String, QueueSettings> settings) {
        table = new MessageTable(folder);
        system = ActorSystem.create(
                "queues",
                ConfigFactory.parseString("pekko.loglevel = WARNING, pekko.jvm-exit-on-fatal-error = off")
                        .withFallback(ConfigFactory.load()));
        ActorRef store = system.actorOf(Props.create(MessageStore.class, () -> new MessageStore(table)));
        ActorRef manager = system.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(now, StrictSQSLimits$.MODULE$, Option.apply(store))));
        queues = system.actorOf(Props.create(QueueDoors.class, () -> new QueueDoors(manager, store, now, settings)));
        server = new TheSQSRestServerBuilder(
                        Option.apply(system),
                        Option.apply(queues),
                        "127.0.0.1",
                        0,
                        new NodeAddress("http", edge.getHost(), edge.getPort(), ""),
                        false,
                        StrictSQSLimits$.MODULE$,
                        region,
                        ACCOUNT,
                        Option.apply(store),
                        AutoCreateQueuesConfig.disabled())
                .start();
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    }

    /** Makes the queue and puts back the messages that it had when the local cloud ended. */
    void create(String name, QueueSettings settings) {
        settings.deadLetters().ifPresent(deadLetters -> queue(deadLetters.name()));
        Either<?, ?> created = answer(queues, new CreateQueue(settings.data(name)));
        if (created.isLeft()) throw new IllegalArgumentException("queue " + name + ": " + created);
        var messages = scala.collection.immutable.List.from(CollectionConverters.asScala(table.messages(name)));
        answer(queue(name), new RestoreMessages(messages));
    }

    /** Asks a queue; the type of its answer is that of ElasticMQ's message. */
    <T> T ask(String queue, Object message, Duration timeout) throws InterruptedException {
        try {
            return ElasticMq.<T>future(queue(queue), message, timeout).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("queue " + queue + " did not answer " + message, failure.getCause());
        }
    }

    /** As the database has them. */
    List<InternalMessage> messages(String queue) {
        return table.messages(queue);
    }

    /** After a jump of the clock. */
    void lookAgain() {
        system.getEventStream().publish(QueueDoor.LookAgain.NOW);
    }

    @Override
    public void close() {
        server.stopAndWait();
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
        table.close();
    }

    private ActorRef queue(String name) {
        Option<ActorRef> found = answer(queues, new LookupQueue(name));
        if (found.isDefined()) return found.get();
        throw AwsError.of("com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist: " + name);
    }

    private static <T> T answer(ActorRef actor, Object message) {
        try {
            return ElasticMq.<T>future(actor, message, SOON).join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("ElasticMQ did not answer " + message, failure.getCause());
        }
    }

    /** The type of an answer stands in ElasticMQ's message ({@code Replyable[T]}), where Java cannot see it. */
    @SuppressWarnings("unchecked")
    private static <T> CompletableFuture<T> future(ActorRef actor, Object message, Duration timeout) {
        return (CompletableFuture<T>) Patterns.ask(actor, message, timeout).toCompletableFuture();
    }
}
