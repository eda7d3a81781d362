package afterorder.order.intake;

import afterorder.order.Json;
import afterorder.order.fields.Fields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a body, which is one JSON object in UTF-8, with all its violations at once. */
interface BodyReader<T> {

    /** What the object holds. */
    @Nullable
    T read(Fields fields, Violations violations);

    static <T> Reading<T> read(byte[] body, BodyReader<T> reader) {
        try {
            JsonNode root = Json.MAPPER.readTree(body);
            Violations violations = new Violations();
            T value = Fields.read(root, "", violations, fields -> reader.read(fields, violations));
            return violations.isEmpty() && value != null
                    ? new Reading.Accepted<>(value)
                    : new Reading.Refused<>(violations.list());
        } catch (JsonProcessingException broken) {
            return new Reading.Unreadable<>(new Violation("", "is no valid JSON: " + place(broken)));
        } catch (IOException broken) {
            return new Reading.Unreadable<>(new Violation("", "is no valid JSON in UTF-8"));
        }
    }

    private static String place(JsonProcessingException broken) {
        String where = Optional.ofNullable(broken.getLocation())
                .map(location -> " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()))
                .orElse("");
        return broken.getOriginalMessage() + where;
    }
}
