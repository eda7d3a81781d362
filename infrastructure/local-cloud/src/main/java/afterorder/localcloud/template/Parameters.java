package afterorder.localcloud.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The values of the template's parameters: given, offered or by default, checked as CloudFormation checks them. */
final class Parameters {

    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Description",
            "Default",
            "NoEcho",
            "AllowedPattern",
            "AllowedValues",
            "ConstraintDescription",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue");

    private final Map<String, String> given;
    private final Map<String, String> offered;
    private final Problems problems;

    private Parameters(Map<String, String> given, Map<String, String> offered, Problems problems) {
        this.given = given;
        this.offered = offered;
        this.problems = problems;
    }

    /** A value that was refused stands in the result too, so that only its own problem is told. */
    static Map<String, Value> read(
            Value.Fields section, Map<String, String> given, Map<String, String> offered, Problems problems) {
        return new Parameters(given, offered, problems).read(section);
    }

    private Map<String, Value> read(Value.Fields section) {
        for (String name : given.keySet()) {
            if (section.get(name) == null) problems.add(0, "the template has no parameter " + name);
        }
        Map<String, Value> values = new LinkedHashMap<>();
        section.byName().forEach((name, declared) -> values.put(name, value(name, declared)));
        return values;
    }

    private Value value(String name, Value declared) {
        int line = declared.line();
        if (!(declared instanceof Value.Fields fields)) {
            problems.add(line, "parameter " + name + " needs a Type");
            return new Value.Absent(line);
        }
        fields.byName().forEach((attribute, value) -> {
            if (!ATTRIBUTES.contains(attribute)) {
                problems.add(value.line(), "unknown attribute " + attribute + " of parameter " + name);
            }
        });
        Optional<String> text = Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(offered.get(name)))
                .or(() -> attribute(fields, "Default"));
        if (text.isEmpty()) {
            problems.add(line, "parameter " + name + " has no default, so it must be given");
            return new Value.Absent(line);
        }
        return typed(name, fields, text.get());
    }

    private Value typed(String name, Value.Fields fields, String text) {
        int line = fields.line();
        String type = attribute(fields, "Type").orElse("");
        switch (type) {
            case "String" -> {
                checkLength(name, fields, text);
                check(name, fields, text);
                return Value.text(text, line);
            }
            case "Number" -> {
                checkNumber(name, fields, text);
                check(name, fields, text);
                return Value.text(text, line);
            }
            case "CommaDelimitedList" -> {
                List<Value> items = new ArrayList<>();
                for (String item : text.split(",", -1)) {
                    check(name, fields, item.strip());
                    items.add(Value.text(item.strip(), line));
                }
                return new Value.Items(items, line);
            }
            default -> {
                problems.add(line, "unknown type '" + type + "' of parameter " + name);
                return new Value.Absent(line);
            }
        }
    }

    /** No message shows a value: it may be a secret. */
    private void check(String name, Value.Fields fields, String text) {
        attribute(fields, "AllowedPattern").ifPresent(pattern -> {
            try {
                if (!Pattern.matches(pattern, text)) refuse(name, fields, "does not match " + pattern);
            } catch (PatternSyntaxException mistake) {
                refuse(name, fields, "has an AllowedPattern that is none: " + mistake.getDescription());
            }
        });
        if (fields.get("AllowedValues") instanceof Value.Items allowed
                && allowed.items().stream()
                        .noneMatch(value -> value.asText().orElse("").equals(text))) {
            refuse(name, fields, "is none of its AllowedValues " + allowed.json());
        }
    }

    private void checkLength(String name, Value.Fields fields, String text) {
        number(name, fields, "MinLength").ifPresent(least -> {
            if (text.length() < least.intValue()) refuse(name, fields, "is shorter than " + least);
        });
        number(name, fields, "MaxLength").ifPresent(most -> {
            if (text.length() > most.intValue()) refuse(name, fields, "is longer than " + most);
        });
    }

    private void checkNumber(String name, Value.Fields fields, String text) {
        Optional<BigDecimal> number = parse(text);
        if (number.isEmpty()) {
            refuse(name, fields, "is not a number");
            return;
        }
        number(name, fields, "MinValue").ifPresent(least -> {
            if (number.get().compareTo(least) < 0) refuse(name, fields, "is less than " + least);
        });
        number(name, fields, "MaxValue").ifPresent(most -> {
            if (number.get().compareTo(most) > 0) refuse(name, fields, "is more than " + most);
        });
    }

    private void refuse(String name, Value.Fields fields, String why) {
        String hint = attribute(fields, "ConstraintDescription")
                .map(text -> " (" + text + ")")
                .orElse("");
        problems.add(fields.line(), "the value of parameter " + name + " " + why + hint);
    }

    private Optional<BigDecimal> number(String name, Value.Fields fields, String attribute) {
        Optional<String> text = attribute(fields, attribute);
        Optional<BigDecimal> number = text.flatMap(Parameters::parse);
        if (text.isPresent() && number.isEmpty()) refuse(name, fields, "has a " + attribute + " that is no number");
        return number;
    }

    private static Optional<BigDecimal> parse(String text) {
        return text.matches("[-+]?\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<String> attribute(Value.Fields fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(Value::asText);
    }
}
