package afterorder.order.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes each violation with its place. After a violation it goes on with a null, a
 * zero or a false that nobody sees, since no order is made then. Fields that nobody asked for are violations at the end.
 */
final class Fields {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d+)?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private final JsonNode object;
    private final String pointer;
    private final Violations violations;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String pointer, Violations violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** Reads the object at that place by the function, then refuses what it did not ask for. */
    static <T> @Nullable T read(
            JsonNode node, String pointer, Violations violations, Function<Fields, @Nullable T> reader) {
        if (!node.isObject()) {
            violations.add(pointer, "must be an object");
            return null;
        }
        Fields fields = new Fields(node, pointer, violations);
        T value = reader.apply(fields);
        fields.refuseUnknown();
        return value;
    }

    boolean has(String name) {
        return !field(name).isMissingNode();
    }

    void refuse(String name, String detail) {
        violations.add(at(name), detail);
    }

    /** Required text on one line, without control characters. */
    String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null && !has(name)) refuse(name, "is required");
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return null;
        if (!node.isTextual()) return refused(name, "must be a string");
        String text = node.textValue();
        if (text.isBlank()) return refused(name, "must not be empty");
        if (text.codePointCount(0, text.length()) > longest)
            return refused(name, "must have at most " + longest + " characters");
        if (UNSEEN.matcher(text).find()) return refused(name, "must not contain line breaks or control characters");
        return text;
    }

    /** Text of a form. @param form what the form is, to be read after "must be" */
    @Nullable
    String optionalText(String name, int longest, Pattern pattern, String form) {
        String text = optionalText(name, longest);
        if (text == null || pattern.matcher(text).matches()) return text;
        return refused(name, "must be " + form);
    }

    /** Required: one of these, by the words that JSON uses. */
    <E> @Nullable E choice(String name, Collection<E> values, Function<E, String> word) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return refused(name, "is required");
        return choice(node, at(name), values, word);
    }

    private <E> @Nullable E choice(JsonNode node, String place, Collection<E> values, Function<E, String> word) {
        for (E value : values) {
            if (node.isTextual() && word.apply(value).equals(node.textValue())) return value;
        }
        violations.add(
                place, "must be one of " + values.stream().map(word).sorted().toList());
        return null;
    }

    <E> Set<E> choices(String name, Collection<E> values, Function<E, String> word, Set<E> otherwise) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return otherwise;
        Set<E> chosen = new HashSet<>();
        for (E each : this.<E>list(name, (element, place) -> choice(element, place, values, word))) {
            if (each != null) chosen.add(each);
        }
        return chosen;
    }

    boolean flag(String name, boolean required) {
        JsonNode node = field(name);
        if (node.isMissingNode() && !required) return false;
        if (node.isMissingNode()) refuse(name, "is required");
        else if (!node.isBoolean()) refuse(name, "must be true or false");
        return node.isBoolean() && node.booleanValue();
    }

    int integer(String name, int least, int most) {
        JsonNode node = field(name);
        if (node.isMissingNode()) refuse(name, "is required");
        else if (!node.isIntegralNumber()) refuse(name, "must be a whole number");
        else if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            refuse(
                    name,
                    node.canConvertToInt() && node.intValue() < least
                            ? "must be at least " + least
                            : "must be at most " + most);
        } else return node.intValue();
        return 0;
    }

    /** Required: a decimal in a string, without sign or exponent. */
    BigDecimal decimal(String name, BigDecimal least, BigDecimal most, int digits) {
        JsonNode node = field(name);
        if (node.isMissingNode()) refuse(name, "is required");
        else if (!node.isTextual()) refuse(name, "must be a decimal in a string, like \"1440.00\"");
        else if (node.textValue().startsWith("-")
                && DECIMAL.matcher(node.textValue().substring(1)).matches()) {
            refuse(name, "must be at least " + least.toPlainString());
        } else if (!DECIMAL.matcher(node.textValue()).matches()) refuse(name, "must be a decimal like \"1440.00\"");
        else {
            BigDecimal value = new BigDecimal(node.textValue());
            if (value.scale() > digits) refuse(name, "must have at most " + digits + " decimals");
            else if (value.compareTo(least) < 0) refuse(name, "must be at least " + least.toPlainString());
            else if (value.compareTo(most) > 0) refuse(name, "must be at most " + most.toPlainString());
            else return value;
        }
        return BigDecimal.ZERO;
    }

    @Nullable
    LocalDate optionalDate(String name, LocalDate earliest, LocalDate latest) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return null;
        try {
            if (!node.isTextual()) return refused(name, "must be a date like \"2026-12-15\"");
            LocalDate date = LocalDate.parse(node.textValue());
            if (date.isBefore(earliest)) return refused(name, "must not be before " + earliest);
            if (date.isAfter(latest)) return refused(name, "must not be after " + latest);
            return date;
        } catch (DateTimeParseException malformed) {
            return refused(name, "must be a date like \"2026-12-15\"");
        }
    }

    /** Required, unless {@code optional}; then null when absent. */
    <T> @Nullable T object(String name, boolean optional, Function<Fields, @Nullable T> reader) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return optional ? null : refused(name, "is required");
        return read(node, at(name), violations, reader);
    }

    interface ElementReader<T> {
        @Nullable
        T read(JsonNode element, String pointer);
    }

    /** An array; empty when absent or refused. */
    <T> List<@Nullable T> list(String name, ElementReader<T> reader) {
        JsonNode node = field(name);
        if (node.isMissingNode()) node = JsonNodeFactory.instance.arrayNode();
        List<@Nullable T> elements = new ArrayList<>();
        if (!node.isArray()) refuse(name, "must be an array");
        else
            for (int index = 0; index < node.size(); index++)
                elements.add(reader.read(node.get(index), at(name) + "/" + index));
        return elements;
    }

    /** For an object of an unknown kind: what else it holds is nobody's to judge. */
    <T> @Nullable T skipRest() {
        object.fieldNames().forEachRemaining(known::add);
        return null;
    }

    private JsonNode field(String name) {
        known.add(name);
        return object.path(name);
    }

    private <T> @Nullable T refused(String name, String detail) {
        refuse(name, detail);
        return null;
    }

    private void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) violations.add(at(name), "is unknown");
        });
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
