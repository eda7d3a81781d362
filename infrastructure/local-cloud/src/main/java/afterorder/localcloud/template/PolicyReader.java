package afterorder.localcloud.template;

import afterorder.localcloud.iam.Actions;
import afterorder.localcloud.iam.ArnPattern;
import afterorder.localcloud.iam.Condition;
import afterorder.localcloud.iam.Operator;
import afterorder.localcloud.iam.PrincipalPattern;
import afterorder.localcloud.iam.Statement;
import afterorder.localcloud.iam.Statement.Effect;
import afterorder.localcloud.iam.Wildcard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy documents. What the local cloud cannot judge is refused with its line: a statement that means something else
 * here than on AWS is worse than none.
 */
final class PolicyReader {
    private static final String VERSION = "2012-10-17";
    private static final Set<String> OF_DOCUMENT = Set.of("Version", "Id", "Statement");
    private static final Set<String> OF_STATEMENT = Set.of("Sid", "Effect", "Action", "Resource", "Condition");
    private static final Set<String> KINDS_OF_PRINCIPALS = Set.of("AWS", "Service");

    private final Problems problems;

    PolicyReader(Problems problems) {
        this.problems = problems;
    }

    /** Of a policy that an identity has. */
    List<Statement> ofIdentity(String owner, Value document) {
        return statements(owner, document, OF_STATEMENT);
    }

    /** Of a policy that a resource has: each statement says whom it means. */
    List<Statement> ofResource(String owner, Value document) {
        Set<String> elements = new HashSet<>(OF_STATEMENT);
        elements.add("Principal");
        return statements(owner, document, elements);
    }

    private List<Statement> statements(String owner, Value document, Set<String> elements) {
        if (!(document instanceof Value.Fields fields)) {
            problems.add(
                    document.line(),
                    owner + ": a policy has fields here; SAM's templates and managed policies are unknown");
            return List.of();
        }
        refuseUnknown(owner + ": a policy", fields, OF_DOCUMENT);
        Properties policy = new Properties(owner + ": a policy", fields, problems);
        policy.oneOf("Version", Set.of(VERSION));
        if (!policy.has("Version")) problems.add(fields.line(), owner + ": a policy needs the Version " + VERSION);
        List<Statement> statements = new ArrayList<>();
        for (Value each : oneOrMore(fields.get("Statement"))) {
            if (each instanceof Value.Fields statement) statements.add(statement(owner, statement, elements));
            else problems.add(each.line(), owner + ": a statement has fields");
        }
        if (statements.isEmpty()) problems.add(fields.line(), owner + ": a policy needs a Statement");
        return statements;
    }

    private Statement statement(String owner, Value.Fields fields, Set<String> elements) {
        String what = owner + ": a statement";
        refuseUnknown(what, fields, elements);
        Properties statement = new Properties(what, fields, problems);
        Effect effect = statement.text("Effect").equals("Deny") ? Effect.DENY : Effect.ALLOW;
        statement.oneOf("Effect", Set.of("Allow", "Deny"));
        if (elements.contains("Principal") && !statement.has("Principal")) {
            problems.add(fields.line(), what + " of a resource's policy needs a Principal");
        }
        return new Statement(
                new Statement.Place(owner, fields.line()),
                effect,
                principals(what, fields.get("Principal")),
                actions(what, needed(what, fields, "Action")),
                resources(what, needed(what, fields, "Resource")),
                conditions(what, fields.get("Condition")));
    }

    private List<PrincipalPattern> principals(String what, @Nullable Value principal) {
        if (principal == null) return List.of();
        if (principal.asText().equals(Optional.of("*"))) return List.of(PrincipalPattern.EVERYBODY);
        List<PrincipalPattern> patterns = new ArrayList<>();
        if (principal instanceof Value.Fields kinds) {
            refuseUnknown(what + ": Principal", kinds, KINDS_OF_PRINCIPALS);
            kinds.byName().forEach((kind, names) -> {
                for (Value name : oneOrMore(names)) patterns.add(new PrincipalPattern(kind, text(what, name)));
            });
        } else {
            problems.add(principal.line(), what + ": Principal is * or has fields");
        }
        return patterns;
    }

    private List<Wildcard> actions(String what, List<Value> values) {
        List<Wildcard> actions = new ArrayList<>();
        for (Value value : values) {
            Wildcard action = new Wildcard(text(what, value), true);
            if (!Actions.isKnown(action)) {
                problems.add(value.line(), what + ": no call here needs the action " + action.text());
            }
            actions.add(action);
        }
        return actions;
    }

    private List<ArnPattern> resources(String what, List<Value> values) {
        List<ArnPattern> resources = new ArrayList<>();
        for (Value value : values) {
            String text = text(what, value);
            if (text.contains("${"))
                problems.add(value.line(), what + ": the local cloud knows no variables in policies");
            ArnPattern.of(text)
                    .ifPresentOrElse(
                            resources::add, () -> problems.add(value.line(), what + ": Resource is no ARN: " + text));
        }
        return resources;
    }

    private List<Condition> conditions(String what, @Nullable Value block) {
        if (block == null) return List.of();
        List<Condition> conditions = new ArrayList<>();
        new Properties(what + ": Condition", asFields(what, block), problems)
                .each()
                .forEach((word, keys) -> {
                    Optional<Operator> operator = Operator.named(word);
                    if (operator.isEmpty()) {
                        problems.add(keys.line(), what + ": the local cloud cannot judge the condition " + word);
                    } else {
                        keys.fields()
                                .byName()
                                .forEach((key, values) -> conditions.add(condition(what, operator.get(), key, values)));
                    }
                });
        return conditions;
    }

    private Condition condition(String what, Operator operator, String key, Value values) {
        if (!Condition.isKnown(key)) {
            problems.add(values.line(), what + ": the local cloud cannot judge the condition key " + key);
        }
        List<String> wanted =
                oneOrMore(values).stream().map(value -> text(what, value)).toList();
        return new Condition(operator, key.toLowerCase(Locale.ROOT), wanted);
    }

    private Value.Fields asFields(String what, Value block) {
        if (block instanceof Value.Fields fields) return fields;
        problems.add(block.line(), what + ": Condition has fields");
        return Value.Fields.none(block.line());
    }

    private List<Value> needed(String what, Value.Fields fields, String element) {
        Value value = fields.get(element);
        if (value == null) problems.add(fields.line(), what + " needs " + element);
        return oneOrMore(value);
    }

    private static List<Value> oneOrMore(@Nullable Value value) {
        if (value == null) return List.of();
        return value instanceof Value.Items items ? items.items() : List.of(value);
    }

    private String text(String what, Value value) {
        return value.asText().orElseGet(() -> {
            problems.add(value.line(), what + ": a text is needed here");
            return "";
        });
    }

    private void refuseUnknown(String what, Value.Fields fields, Set<String> known) {
        fields.byName().forEach((name, value) -> {
            if (!known.contains(name)) problems.add(value.line(), what + ": the local cloud does not know " + name);
        });
    }
}
