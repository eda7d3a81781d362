package afterorder.localcloud.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the resolved properties of a resource or event as values of the wanted kind. What is missing or out of its
 * range becomes a problem and a stand-in, so that reading goes on and finds the next one.
 */
final class Properties {

    private final String owner;
    private final Value.Fields fields;
    private final Problems problems;

    /** @param owner what the properties belong to, for messages */
    Properties(String owner, Value.Fields fields, Problems problems) {
        this.owner = owner;
        this.fields = fields;
        this.problems = problems;
    }

    int line() {
        return fields.line();
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    String text(String name) {
        return optionalText(name).orElseGet(() -> {
            if (!has(name)) problems.add(line(), owner + " needs a " + name);
            return "";
        });
    }

    Optional<String> optionalText(String name) {
        Value value = fields.get(name);
        if (value == null) return Optional.empty();
        Optional<String> text = value.asText();
        if (text.isEmpty()) refuse(name, "must be a single value");
        return text;
    }

    Optional<String> oneOf(String name, Set<String> allowed) {
        Optional<String> text = optionalText(name);
        if (text.isPresent() && !allowed.contains(text.get())) {
            refuse(name, "must be one of " + allowed.stream().sorted().toList() + ", not " + text.get());
        }
        return text;
    }

    OptionalInt number(String name, int least, int most) {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) return OptionalInt.empty();
        if (text.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) return OptionalInt.of(number);
        }
        refuse(name, "must be a whole number from " + least + " to " + most + ", not " + text.get());
        return OptionalInt.empty();
    }

    boolean flag(String name, boolean otherwise) {
        return oneOf(name, Set.of("true", "false")).map(Boolean::parseBoolean).orElse(otherwise);
    }

    List<String> texts(String name) {
        Value value = fields.get(name);
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.Items(List<Value> items, int line)) {
            for (Value item : items) {
                item.asText().ifPresentOrElse(texts::add, () -> refuse(name, "must be a list of texts"));
            }
        } else if (value != null) {
            refuse(name, "must be a list");
        }
        return texts;
    }

    /** The properties below a name; none when it is not there. */
    Properties below(String name) {
        Value value = fields.get(name);
        if (value != null && !(value instanceof Value.Fields)) refuse(name, "must have fields");
        Value.Fields below = value instanceof Value.Fields found ? found : Value.Fields.none(line());
        return new Properties(owner + "." + name, below, problems);
    }

    /** Each field as properties of its own, in the order of the template. */
    Map<String, Properties> each() {
        Map<String, Properties> each = new LinkedHashMap<>();
        fields.byName().keySet().forEach(name -> each.put(name, below(name)));
        return each;
    }

    Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.byName().keySet().forEach(name -> optionalText(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    void refuse(String name, String why) {
        Value value = fields.get(name);
        problems.add(value == null ? line() : value.line(), owner + ": " + name + " " + why);
    }

    Value.Fields fields() {
        return fields;
    }
}
