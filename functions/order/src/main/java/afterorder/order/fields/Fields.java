package afterorder.order.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes each mistake with its place. After a mistake it goes on with a null, a zero
 * or a false that nobody sees, since nothing is made of the whole then. Fields that nobody asked for are mistakes at the end.
 */
public final class Fields {
    private static final int LONGEST_PARSED = 254;

    /** A longer name of a field is no misspelled one: a secret may have got there, which no answer may quote. */
    private static final int LONGEST_QUOTED = 40;

    private final JsonNode object;
    private final String pointer;
    private final Mistakes mistakes;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String pointer, Mistakes mistakes) {
        this.object = object;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    /** Reads the object at that place by the function, then refuses what it did not ask for. */
    public static <T> @Nullable T read(
            JsonNode node, String pointer, Mistakes mistakes, Function<Fields, @Nullable T> reader) {
        if (!node.isObject()) {
            mistakes.add(pointer, "must be an object");
            return null;
        }
        Fields fields = new Fields(node, pointer, mistakes);
        T value = reader.apply(fields);
        fields.refuseUnknown();
        return value;
    }

    public boolean has(String name) {
        return !field(name).isMissingNode();
    }

    /** Whether the field is that word. */
    public boolean is(String name, String word) {
        return word.equals(field(name).textValue());
    }

    /** Refuses the object as a whole. */
    public void refuse(String detail) {
        mistakes.add(pointer, detail);
    }

    public void refuse(String name, String detail) {
        mistakes.add(at(name), detail);
    }

    /** Required text on one line, without control characters. */
    public String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null && !has(name)) refuse(name, "is required");
        return text == null ? "" : text;
    }

    @Nullable
    public String optionalText(String name, int longest) {
        return has(name) ? Texts.line(field(name), longest, detail -> refuse(name, detail)) : null;
    }

    /** Required: a list of at least one text. */
    public List<String> texts(String name, int longest) {
        return some(name, (element, place) -> Texts.line(element, longest, detail -> mistakes.add(place, detail)));
    }

    /** Text of a form. @param form what the form is, to be read after "must be" */
    @Nullable
    public String optionalText(String name, int longest, Pattern pattern, String form) {
        String text = optionalText(name, longest);
        if (text == null || pattern.matcher(text).matches()) return text;
        return refused(name, "must be " + form);
    }

    /** Required: a secret, perhaps of several lines, without what blanks stand around it. It is not quoted. @param form as above */
    public String secret(String name, Pattern pattern, String form) {
        String secret = field(name).asText("").strip().replace("\r\n", "\n");
        if (pattern.matcher(secret).matches()) return secret;
        refuse(name, has(name) ? "must be " + form : "is required");
        return "";
    }

    /** Required: text that the parser makes something of. @param form what it must be, to be read after "must be" */
    public <T> @Nullable T parsed(String name, Function<String, T> parser, String form) {
        String text = text(name, LONGEST_PARSED);
        try {
            return text.isEmpty() ? null : parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            return refused(name, "must be " + form);
        }
    }

    /** Required: one of these, by the words that JSON uses. */
    public <E> @Nullable E choice(String name, Collection<E> values, Function<E, String> word) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return refused(name, "is required");
        return choice(node, at(name), values, word);
    }

    private <E> @Nullable E choice(JsonNode node, String place, Collection<E> values, Function<E, String> word) {
        for (E value : values) {
            if (node.isTextual() && word.apply(value).equals(node.textValue())) return value;
        }
        return refusedAt(
                place, "must be one of " + values.stream().map(word).sorted().toList());
    }

    public <E> Set<E> choices(String name, Collection<E> values, Function<E, String> word, Set<E> otherwise) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return otherwise;
        Set<E> chosen = new HashSet<>();
        for (E each : this.<E>list(name, (element, place) -> choice(element, place, values, word))) {
            if (each != null) chosen.add(each);
        }
        return chosen;
    }

    /** One or more of these, by the words that JSON uses; none when absent. */
    public <E> Set<E> some(String name, Collection<E> values, Function<E, String> word) {
        if (isEmpty(name)) refuse(name, "must have at least one");
        return choices(name, values, word, Set.of());
    }

    private boolean isEmpty(String name) {
        return field(name).isArray() && field(name).isEmpty();
    }

    public boolean flag(String name, boolean required) {
        JsonNode node = field(name);
        if (node.isMissingNode() && !required) return false;
        if (node.isMissingNode()) refuse(name, "is required");
        else if (!node.isBoolean()) refuse(name, "must be true or false");
        return node.isBoolean() && node.booleanValue();
    }

    public int integer(String name, int least, int most) {
        if (has(name)) return Numbers.integer(field(name), least, most, detail -> refuse(name, detail));
        refuse(name, "is required");
        return 0;
    }

    /** A list of at least one, each within bounds and more than the one before. */
    public List<Integer> ascending(String name, int least, int most) {
        if (!has(name)) refuse(name, "is required");
        List<Integer> numbers = new ArrayList<>();
        list(name, (element, place) -> {
            int number = Numbers.integer(element, least, most, detail -> mistakes.add(place, detail));
            if (number > 0 && !numbers.isEmpty() && number <= numbers.getLast())
                mistakes.add(place, "must be more than " + numbers.getLast() + ", the one before");
            numbers.add(number);
            return number;
        });
        if (isEmpty(name)) refuse(name, "must have at least one");
        return numbers;
    }

    /** Required: a decimal in a string, without sign or exponent. */
    public BigDecimal decimal(String name, BigDecimal least, BigDecimal most, int digits) {
        if (has(name)) return Numbers.decimal(field(name), least, most, digits, detail -> refuse(name, detail));
        refuse(name, "is required");
        return BigDecimal.ZERO;
    }

    @Nullable
    public LocalDate optionalDate(String name, LocalDate earliest, LocalDate latest) {
        return has(name) ? Texts.date(field(name), earliest, latest, detail -> refuse(name, detail)) : null;
    }

    /** Required, unless {@code optional}; then null when absent. */
    public <T> @Nullable T object(String name, boolean optional, Function<Fields, @Nullable T> reader) {
        JsonNode node = field(name);
        if (node.isMissingNode()) return optional ? null : refused(name, "is required");
        return read(node, at(name), mistakes, reader);
    }

    public interface ElementReader<T> {
        @Nullable
        T read(JsonNode element, String pointer);
    }

    /** An array; empty when absent or refused. */
    public <T> List<@Nullable T> list(String name, ElementReader<T> reader) {
        JsonNode node = field(name);
        if (node.isMissingNode()) node = JsonNodeFactory.instance.arrayNode();
        List<@Nullable T> elements = new ArrayList<>();
        if (!node.isArray()) refuse(name, "must be an array");
        else
            for (int index = 0; index < node.size(); index++)
                elements.add(reader.read(node.get(index), at(name) + "/" + index));
        return elements;
    }

    /** Required: a list of at least one; those that were refused are left out. */
    public <T> List<T> some(String name, ElementReader<T> reader) {
        if (!has(name)) refuse(name, "is required");
        List<@Nullable T> elements = list(name, reader);
        if (isEmpty(name)) refuse(name, "must have at least one");
        return elements.stream().filter(Objects::nonNull).toList();
    }

    /** What is made of fields that are right each for itself; refuses the object when they cannot be together. */
    public <T> @Nullable T made(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException together) {
            refuse("cannot be: " + together.getMessage());
            return null;
        }
    }

    /** For an object of an unknown kind: what else it holds is nobody's to judge. */
    public <T> @Nullable T skipRest() {
        object.fieldNames().forEachRemaining(known::add);
        return null;
    }

    /** The names in an object; empty when it is none. */
    public Set<String> names(String name) {
        Set<String> names = new LinkedHashSet<>();
        field(name).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** An object whose names are keys; those whose element was refused are left out. @param form of a key, after "must be" */
    public <T> Map<String, T> entries(String name, Pattern key, String form, ElementReader<T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        object(name, false, fields -> {
            fields.object.properties().forEach(entry -> {
                if (!key.matcher(entry.getKey()).matches()) fields.refuse(entry.getKey(), "must be " + form);
                T value = reader.read(entry.getValue(), fields.at(entry.getKey()));
                if (value != null) entries.put(entry.getKey(), value);
            });
            return fields.skipRest();
        });
        return entries;
    }

    private JsonNode field(String name) {
        known.add(name);
        return object.path(name);
    }

    private <T> @Nullable T refused(String name, String detail) {
        return refusedAt(at(name), detail);
    }

    private <T> @Nullable T refusedAt(String place, String detail) {
        mistakes.add(place, detail);
        return null;
    }

    private void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (known.contains(name)) return;
            if (name.length() > LONGEST_QUOTED)
                refuse("has an unknown field with a name of " + name.length() + " characters");
            else refuse(name, "is unknown");
        });
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
