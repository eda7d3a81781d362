package afterorder.order.intake;

import afterorder.order.Json;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a body, which is one JSON object in UTF-8, with all its violations at once. No violation quotes it: it may hold keys. */
@FunctionalInterface
public interface BodyReader<T> {

    /** What the object holds. */
    @Nullable
    T read(Fields fields, Mistakes mistakes);

    static <T> Reading<T> read(byte[] body, BodyReader<T> reader) {
        try {
            return read(Json.MAPPER.readTree(body), reader);
        } catch (JsonProcessingException broken) {
            return unreadable("is no valid JSON" + place(broken.getLocation()));
        } catch (IOException broken) {
            return unreadable("is no valid JSON in UTF-8");
        }
    }

    static <T> Reading<T> read(JsonNode root, BodyReader<T> reader) {
        Violations violations = new Violations();
        T value = Fields.read(root, "", violations, fields -> reader.read(fields, violations));
        return violations.isEmpty() && value != null
                ? new Reading.Accepted<>(value)
                : new Reading.Refused<>(violations.list());
    }

    private static <T> Reading<T> unreadable(String detail) {
        return new Reading.Unreadable<>(new Violation("", detail));
    }

    /** Without the parser's words, which quote the body. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
