package afterorder.acceptance.invariant;

import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every number up to the last that a counter gave stands in a row, as its document's or in a history that says why not. */
final class EachUnusedNumberIsExplained implements Invariant {
    private static final Pattern COUNTER = Pattern.compile("counter-([a-z-]+)-([0-9]{4})");
    private static final Pattern LAST = Pattern.compile("last=AttributeValue\\(N=([0-9]+)\\)");

    @Override
    public Stream<String> violations(World world) {
        String all = world.rows().stream().map(WorldRow::text).collect(Collectors.joining("\n"));
        Map<String, String> prefixes = prefixes();
        return world.parts("counter").flatMap(counter -> {
            Matcher name = COUNTER.matcher(counter.key());
            Matcher last = LAST.matcher(counter.text());
            if (!name.matches() || !last.find()) return Stream.of("a counter of nothing: " + counter.text());
            return LongStream.rangeClosed(1, Long.parseLong(last.group(1)))
                    .mapToObj(count -> "%s-%s-%05d".formatted(prefixes.get(name.group(1)), name.group(2), count))
                    .filter(number -> !all.contains(number))
                    .map(number -> number + " was given, and no row tells of it");
        });
    }

    /** By the kinds as counters name them. */
    private static Map<String, String> prefixes() {
        try {
            JsonNode numbers = Api.json(Files.readString(Shop.ROOT.resolve("infrastructure/settings/seller.json")))
                    .get("numbers");
            return numbers.properties().stream()
                    .collect(Collectors.toMap(
                            kind -> kind.getKey().replaceAll("(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT),
                            kind -> kind.getValue().textValue()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
