package afterorder.order.settings;

import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One file of settings, read so that every mistake is told at once with its line. */
final class SettingsFile {
    /** Not strict about names that stand twice, so that they are told with the other mistakes. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final byte[] content;

    /** @param path as its mistakes name it */
    SettingsFile(String path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    private record Mistake(int line, String pointer, String detail) {}

    /**
     * @param reader of the whole; mistakes beyond a single field it tells by their place
     * @param mistakes to which this file's are added, by line: {@code catalog.json:17: /products/jira/name is required}
     */
    <T> @Nullable T read(BiFunction<Fields, Mistakes, @Nullable T> reader, List<String> mistakes) {
        try {
            JsonNode root = MAPPER.readTree(content);
            List<Mistake> found = new ArrayList<>();
            JsonLines lines = lines(found);
            Mistakes collected = (pointer, detail) -> found.add(new Mistake(lines.of(pointer), pointer, detail));
            T value = Fields.read(root, "", collected, fields -> reader.apply(fields, collected));
            found.sort(Comparator.comparingInt(Mistake::line));
            found.forEach(mistake -> mistakes.add(told(mistake)));
            return found.isEmpty() ? value : null;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            mistakes.add("%s:%d: is no valid JSON: %s".formatted(path, line, broken.getOriginalMessage()));
        } catch (IOException broken) {
            mistakes.add("%s:1: is no valid JSON in UTF-8: %s".formatted(path, broken.getMessage()));
        }
        return null;
    }

    private JsonLines lines(List<Mistake> found) throws IOException {
        try (JsonParser parser = MAPPER.createParser(content)) {
            return new JsonLines(
                    parser,
                    (pointer, before) -> found.add(new Mistake(
                            parser.currentTokenLocation().getLineNr(),
                            pointer,
                            "stands twice, before in line " + before)));
        }
    }

    private String told(Mistake mistake) {
        String place = mistake.pointer().isEmpty() ? "the file" : mistake.pointer();
        return "%s:%d: %s %s".formatted(path, mistake.line(), place, mistake.detail());
    }
}
