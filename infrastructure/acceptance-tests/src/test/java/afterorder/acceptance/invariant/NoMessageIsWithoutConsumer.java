package afterorder.acceptance.invariant;

import java.util.stream.Stream;

/** When everything has come to its end, no queue holds a message. */
final class NoMessageIsWithoutConsumer implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.depths().entrySet().stream()
                .filter(queue -> !World.isForDeadLetters(queue.getKey()) && queue.getValue() > 0)
                .map(queue -> queue.getKey() + " holds " + queue.getValue() + " messages");
    }
}
