package afterorder.localcloud.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The template's conditions, each decided when first asked for. */
final class Conditions {

    private final Value.Fields section;
    private final UnaryOperator<Value> resolver;
    private final Problems problems;
    private final Map<String, Boolean> decided = new HashMap<>();
    private final Set<String> beingDecided = new HashSet<>();

    /** @param resolver resolves what {@code Fn::Equals} compares */
    Conditions(Value.Fields section, UnaryOperator<Value> resolver, Problems problems) {
        this.section = section;
        this.resolver = resolver;
        this.problems = problems;
    }

    /** Also of those that nothing asks for: a mistake in them is one. */
    void decideAll() {
        section.byName().forEach((name, condition) -> holds(name, condition.line()));
    }

    boolean holds(String name, int line) {
        Boolean known = decided.get(name);
        if (known != null) return known;
        Value condition = section.get(name);
        if (condition == null) {
            problems.add(line, "the template has no condition " + name);
            return false;
        }
        if (!beingDecided.add(name)) {
            problems.add(condition.line(), "circular reference: condition " + name + " needs itself");
            return false;
        }
        boolean holds = decide(condition);
        beingDecided.remove(name);
        decided.put(name, holds);
        return holds;
    }

    private boolean decide(Value condition) {
        if (condition instanceof Value.Intrinsic(String name, Value argument, int line)) {
            return switch (name) {
                case "Condition" -> holds(argument.asText().orElse(""), line);
                case "Fn::Equals" -> {
                    List<Value> two = arguments(name, argument, 2, 2);
                    yield two.size() == 2 && text(two.get(0)).equals(text(two.get(1)));
                }
                case "Fn::Not" -> arguments(name, argument, 1, 1).stream().noneMatch(this::decide);
                case "Fn::And" -> arguments(name, argument, 2, 10).stream().allMatch(this::decide);
                case "Fn::Or" -> arguments(name, argument, 2, 10).stream().anyMatch(this::decide);
                default -> refuse(line, name + " is not a condition");
            };
        }
        if (condition instanceof Value.Fields fields && fields.byName().keySet().equals(Set.of("Condition"))) {
            return holds(fields.get("Condition").asText().orElse(""), fields.line());
        }
        return refuse(condition.line(), "this is not a condition");
    }

    private Optional<String> text(Value value) {
        return resolver.apply(value).asText();
    }

    private List<Value> arguments(String name, Value argument, int least, int most) {
        if (argument instanceof Value.Items(List<Value> items, int line)) {
            if (items.size() >= least && items.size() <= most) return items;
            problems.add(line, name + " takes " + least + " to " + most + " values, not " + items.size());
        } else {
            problems.add(argument.line(), name + " takes a list");
        }
        return List.of();
    }

    private boolean refuse(int line, String message) {
        problems.add(line, message);
        return false;
    }
}
