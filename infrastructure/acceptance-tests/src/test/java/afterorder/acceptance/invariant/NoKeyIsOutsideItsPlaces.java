package afterorder.acceptance.invariant;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No license key and no token of a link stands in a row, a message, a history or a log; and no key in a mail. */
final class NoKeyIsOutsideItsPlaces implements Invariant {
    /** Long enough to be found, short enough to stand on one line. */
    private static final int START = 40;

    private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");

    @Override
    public Stream<String> violations(World world) {
        Set<String> keys = keys(world);
        Set<String> tokens = world.mails().stream()
                .flatMap(mail -> mail.links().stream())
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        Stream<String> mails = world.mails().stream()
                .filter(mail -> holdsAny(mail.whole(), keys))
                .map(mail -> "a license key stands in the mail " + mail.subject());
        Stream<String> elsewhere = places(world)
                .filter(place -> holdsAny(place.getValue(), keys) || holdsAny(place.getValue(), tokens))
                .map(place -> "a license key or a link's token stands in " + place.getKey());
        return Stream.concat(mails, elsewhere);
    }

    /** Those that were sold, and those that were entered. */
    private static Set<String> keys(World world) {
        Stream<String> sold = world.sold().stream()
                .flatMap(purchase -> purchase.get("items").valueStream())
                .map(license -> license.path("key").asText(""));
        Stream<String> kept = KEY.matcher(world.keys()).results().map(found -> found.group(1));
        return Stream.concat(sold, kept)
                .filter(key -> key.length() >= START)
                .map(key -> key.substring(0, START))
                .collect(Collectors.toSet());
    }

    private static Stream<Map.Entry<String, String>> places(World world) {
        Stream<Map.Entry<String, String>> rows =
                world.rows().stream().map(row -> Map.entry("the row " + row.key() + " " + row.part(), row.text()));
        Stream<Map.Entry<String, String>> messages = world.deadLetters().entrySet().stream()
                .map(queue -> Map.entry(
                        "the queue " + queue.getKey(), queue.getValue().toString()));
        Stream<Map.Entry<String, String>> logs =
                world.logs().entrySet().stream().map(log -> Map.entry("the log of " + log.getKey(), log.getValue()));
        Stream<Map.Entry<String, String>> histories = Stream.of(Map.entry("a history", world.histories()));
        return Stream.of(rows, messages, logs, histories).flatMap(each -> each);
    }

    private static boolean holdsAny(String text, Set<String> secrets) {
        return secrets.stream().anyMatch(text::contains);
    }
}
