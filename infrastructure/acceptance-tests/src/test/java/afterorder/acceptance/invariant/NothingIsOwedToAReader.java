package afterorder.acceptance.invariant;

import java.util.stream.Stream;

/** When everything has come to its end, every mail that a row owed was sent, or staff told that it cannot be. */
final class NothingIsOwedToAReader implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.rows().stream()
                .filter(row -> !row.data().at("/progress/outbox/notices").isEmpty())
                .map(row -> "%s %s owes mails: %s"
                        .formatted(row.key(), row.part(), row.data().at("/progress/outbox/notices")));
    }
}
