package afterorder.order.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads text and what is written as text; null after a refusal. */
final class Texts {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private Texts() {}

    /** Text on one line, without control characters. */
    static @Nullable String line(JsonNode node, int longest, Consumer<String> refuse) {
        String text = node.asText();
        if (!node.isTextual()) refuse.accept("must be a string");
        else if (text.isBlank()) refuse.accept("must not be empty");
        else if (text.codePointCount(0, text.length()) > longest)
            refuse.accept("must have at most " + longest + " characters");
        else if (UNSEEN.matcher(text).find()) refuse.accept("must not contain line breaks or control characters");
        else return text;
        return null;
    }

    static @Nullable LocalDate date(JsonNode node, LocalDate earliest, LocalDate latest, Consumer<String> refuse) {
        LocalDate date = date(node);
        if (date == null) refuse.accept("must be a date like \"2026-12-15\"");
        else if (date.isBefore(earliest)) refuse.accept("must not be before " + earliest);
        else if (date.isAfter(latest)) refuse.accept("must not be after " + latest);
        else return date;
        return null;
    }

    private static @Nullable LocalDate date(JsonNode node) {
        try {
            return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }
}
