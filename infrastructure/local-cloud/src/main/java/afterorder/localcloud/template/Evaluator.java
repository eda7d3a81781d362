package afterorder.localcloud.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls CloudFormation's intrinsic functions, and notes which resources a value needed. */
final class Evaluator {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final TemplateContext context;
    private final Set<String> needed;

    /** @param needed takes the logical ids of the resources that are referred to */
    Evaluator(TemplateContext context, Set<String> needed) {
        this.context = context;
        this.needed = needed;
    }

    /** The value without any intrinsic function left in it. */
    Value resolve(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar;
            case Value.Absent absent -> absent;
            case Value.Items(List<Value> items, int line) -> new Value.Items(present(items), line);
            case Value.Fields fields -> resolveFields(fields);
            case Value.Intrinsic call -> call(call);
        };
    }

    Value.Fields resolveFields(Value.Fields fields) {
        Map<String, Value> resolved = new LinkedHashMap<>();
        fields.byName().forEach((name, value) -> {
            Value result = resolve(value);
            if (!(result instanceof Value.Absent)) resolved.put(name, at(result, value.line()));
        });
        return new Value.Fields(resolved, fields.line());
    }

    private List<Value> present(List<Value> items) {
        return items.stream()
                .map(item -> at(resolve(item), item.line()))
                .filter(item -> !(item instanceof Value.Absent))
                .toList();
    }

    /** What a function answered stands where the function stood. */
    private static Value at(Value value, int line) {
        return switch (value) {
            case Value.Scalar scalar -> new Value.Scalar(scalar.content(), line);
            case Value.Items items -> new Value.Items(items.items(), line);
            case Value.Fields fields -> new Value.Fields(fields.byName(), line);
            case Value.Absent absent -> absent;
            case Value.Intrinsic intrinsic -> intrinsic;
        };
    }

    private Value call(Value.Intrinsic call) {
        Value argument = call.argument();
        int line = call.line();
        return switch (call.name()) {
            case "Ref" -> reference(argument.asText().orElse(""), line);
            case "Fn::GetAtt" -> attribute(argument, line);
            case "Fn::Sub" -> substitute(argument, line);
            case "Fn::Join" -> join(argument, line);
            case "Fn::If" -> choose(argument, line);
            case "Fn::Select" -> select(argument, line);
            case "Fn::Split" -> split(argument, line);
            case "Fn::FindInMap" -> find(argument, line);
            default -> refuse(line, call.name() + " stands only in Conditions");
        };
    }

    private Value reference(String name, int line) {
        if (name.equals("AWS::NoValue")) return new Value.Absent(line);
        String pseudo = context.pseudoParameters().get(name);
        if (pseudo != null) return Value.text(pseudo, line);
        Value parameter = context.parameters().get(name);
        if (parameter != null) return parameter;
        int dot = name.indexOf('.');
        if (dot > 0 && name.endsWith(".Alias")) return attributeOf(name.substring(0, dot), "Alias", line);
        return attributeOf(name, References.REF, line);
    }

    private Value attribute(Value argument, int line) {
        List<String> parts =
                switch (argument) {
                    case Value.Items items ->
                        items.items().stream()
                                .map(item -> resolve(item).asText().orElse(""))
                                .toList();
                    default -> List.of(argument.asText().orElse("").split("\\.", 2));
                };
        if (parts.size() != 2) return refuse(line, "Fn::GetAtt takes a resource and an attribute");
        return attributeOf(parts.get(0), parts.get(1), line);
    }

    private Value attributeOf(String logicalId, String attribute, int line) {
        if (!context.references().has(logicalId)) {
            return refuse(line, "nothing in the template is called " + logicalId);
        }
        Optional<String> condition = context.references().condition(logicalId);
        if (condition.isPresent() && !context.conditions().holds(condition.get(), line)) {
            return refuse(line, logicalId + " is not made, because condition " + condition.get() + " does not hold");
        }
        needed.add(logicalId);
        Optional<String> value = context.references().value(logicalId, attribute);
        if (value.isPresent()) return Value.text(value.get(), line);
        return refuse(line, "of " + logicalId + ", the local cloud knows no " + attribute);
    }

    private Value substitute(Value argument, int line) {
        if (argument instanceof Value.Items(List<Value> items, int at)) {
            if (items.size() == 2 && items.get(1) instanceof Value.Fields variables) {
                return substitute(items.get(0), variables, line);
            }
            return refuse(at, "Fn::Sub takes a text, or a list of a text and its variables");
        }
        return substitute(argument, Value.Fields.none(line), line);
    }

    private Value substitute(Value template, Value.Fields variables, int line) {
        Optional<String> text = template.asText();
        if (text.isEmpty()) return refuse(line, "Fn::Sub takes a text");
        Matcher placeholder = PLACEHOLDER.matcher(text.get());
        StringBuilder result = new StringBuilder();
        while (placeholder.find()) {
            String name = placeholder.group(1);
            String value = name.startsWith("!")
                    ? "${" + name.substring(1) + "}"
                    : text(variable(name.strip(), variables, line), "Fn::Sub ${" + name + "}");
            placeholder.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return Value.text(placeholder.appendTail(result).toString(), line);
    }

    private Value variable(String name, Value.Fields variables, int line) {
        Value own = variables.get(name);
        if (own != null) return resolve(own);
        int dot = name.indexOf('.');
        return dot < 0 ? reference(name, line) : attributeOf(name.substring(0, dot), name.substring(dot + 1), line);
    }

    private Value join(Value argument, int line) {
        List<Value> two = arguments("Fn::Join", argument, 2);
        if (two.isEmpty()) return new Value.Absent(line);
        if (!(resolve(two.get(1)) instanceof Value.Items list)) return refuse(line, "Fn::Join takes a list to join");
        List<String> texts = new ArrayList<>();
        for (Value item : list.items()) texts.add(text(item, "Fn::Join"));
        return Value.text(String.join(text(two.get(0), "Fn::Join"), texts), line);
    }

    private Value choose(Value argument, int line) {
        List<Value> three = arguments("Fn::If", argument, 3);
        if (three.isEmpty()) return new Value.Absent(line);
        boolean holds = context.conditions().holds(three.get(0).asText().orElse(""), line);
        return resolve(three.get(holds ? 1 : 2));
    }

    private Value select(Value argument, int line) {
        List<Value> two = arguments("Fn::Select", argument, 2);
        if (two.isEmpty()) return new Value.Absent(line);
        String index = text(resolve(two.get(0)), "Fn::Select");
        if (!(resolve(two.get(1)) instanceof Value.Items list)) return refuse(line, "Fn::Select takes a list");
        if (index.matches("\\d{1,9}") && Integer.parseInt(index) < list.items().size()) {
            return list.items().get(Integer.parseInt(index));
        }
        return refuse(
                line,
                "Fn::Select: no item " + index + " in a list of " + list.items().size());
    }

    private Value split(Value argument, int line) {
        List<Value> two = arguments("Fn::Split", argument, 2);
        if (two.isEmpty()) return new Value.Absent(line);
        String text = text(resolve(two.get(1)), "Fn::Split");
        List<Value> parts = new ArrayList<>();
        for (String part : text.split(Pattern.quote(text(two.get(0), "Fn::Split")), -1)) {
            parts.add(Value.text(part, line));
        }
        return new Value.Items(parts, line);
    }

    private Value find(Value argument, int line) {
        List<Value> three = arguments("Fn::FindInMap", argument, 3);
        if (three.isEmpty()) return new Value.Absent(line);
        Value found = context.mappings();
        List<String> path =
                three.stream().map(step -> text(resolve(step), "Fn::FindInMap")).toList();
        for (String step : path) {
            found = found instanceof Value.Fields fields ? fields.get(step) : null;
            if (found == null) return refuse(line, "no mapping " + String.join(".", path));
        }
        return found;
    }

    private List<Value> arguments(String name, Value argument, int count) {
        if (argument instanceof Value.Items(List<Value> items, int line) && items.size() == count) return items;
        context.problems().add(argument.line(), name + " takes a list of " + count + " values");
        return List.of();
    }

    /** Nothing for what was refused already. */
    private String text(Value value, String function) {
        if (value instanceof Value.Absent) return "";
        Optional<String> text = value.asText();
        if (text.isEmpty()) context.problems().add(value.line(), function + " takes a text here");
        return text.orElse("");
    }

    private Value refuse(int line, String message) {
        context.problems().add(line, message);
        return new Value.Absent(line);
    }
}
