package afterorder.order.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** In which line of a JSON text each value stands, by its JSON pointer; a field stands where its name does. */
final class JsonLines {
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * @param parser at the beginning of a well-formed text, not strict about names that stand twice
     * @param twice told the pointer of each such name and the line of the one before
     */
    JsonLines(JsonParser parser, BiConsumer<String, Integer> twice) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.FIELD_NAME) note(pointer, line, twice);
            else if (!token.isStructEnd()) lines.putIfAbsent(pointer, line);
        }
    }

    private void note(String pointer, int line, BiConsumer<String, Integer> twice) {
        Integer before = lines.put(pointer, line);
        if (before == null) return;
        twice.accept(pointer, before);
        lines.keySet().removeIf(inner -> inner.startsWith(pointer + "/"));
    }

    /** The line of the value, or where it is missing, of what encloses it. */
    int of(String pointer) {
        Integer line = lines.get(pointer);
        if (line != null) return line;
        return pointer.isEmpty() ? 1 : of(pointer.substring(0, pointer.lastIndexOf('/')));
    }
}
