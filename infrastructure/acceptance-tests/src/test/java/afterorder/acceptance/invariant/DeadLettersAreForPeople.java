package afterorder.acceptance.invariant;

import java.util.stream.Stream;

/**
 * A dead-letter queue holds only what a person must see: a message that no function can read, or one of which nothing else
 * tells. What names an order is no such message, since {@code due-work} finds its row, or it is parked.
 */
final class DeadLettersAreForPeople implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.deadLetters().entrySet().stream().flatMap(queue -> queue.getValue().stream()
                .filter(body -> world.orders().anyMatch(order -> body.contains(order.key())))
                .map(body -> queue.getKey() + " holds " + body));
    }
}
