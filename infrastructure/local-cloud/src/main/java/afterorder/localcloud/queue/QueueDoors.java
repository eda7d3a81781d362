package afterorder.localcloud.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.LookupQueue;
import scala.Option;

/** Stands before ElasticMQ's manager of queues: who looks a queue up gets the door before it. */
final class QueueDoors extends AbstractActor {
    private final ActorRef manager;
    private final ActorRef store;
    private final MovedNow now;
    private final Function<String, QueueSettings> settings;
    private final Map<String, ActorRef> doors = new HashMap<>();

    private record Found(String name, ActorRef caller, Option<ActorRef> queue) {}

    QueueDoors(ActorRef manager, ActorRef store, MovedNow now, Function<String, QueueSettings> settings) {
        this.manager = manager;
        this.store = store;
        this.now = now;
        this.settings = settings;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(LookupQueue.class, this::lookUp)
                .match(Found.class, found -> found.caller()
                        .tell(found.queue().map(queue -> door(found.name(), queue)), getSelf()))
                .matchAny(other -> manager.forward(other, getContext()))
                .build();
    }

    private void lookUp(LookupQueue lookUp) {
        ActorRef caller = getSender();
        ActorRef door = doors.get(lookUp.queueName());
        if (door != null) {
            caller.tell(Option.apply(door), getSelf());
            return;
        }
        Patterns.ask(manager, lookUp, Duration.ofSeconds(5)).whenComplete((answer, failure) -> {
            if (failure == null) {
                getSelf().tell(new Found(lookUp.queueName(), caller, queue(answer)), ActorRef.noSender());
            } else {
                caller.tell(new org.apache.pekko.actor.Status.Failure(failure), ActorRef.noSender());
            }
        });
    }

    private ActorRef door(String name, ActorRef queue) {
        return doors.computeIfAbsent(name, missing -> getContext()
                .actorOf(Props.create(
                        QueueDoor.class, () -> new QueueDoor(queue, store, name, now, () -> settings.apply(name)))));
    }

    @SuppressWarnings("unchecked")
    private static Option<ActorRef> queue(Object answer) {
        return (Option<ActorRef>) answer;
    }
}
