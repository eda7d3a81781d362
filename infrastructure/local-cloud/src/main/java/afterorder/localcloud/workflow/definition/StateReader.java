package afterorder.localcloud.workflow.definition;

import afterorder.localcloud.workflow.query.Expressions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one state: the fields that its type has in JSONata, and nothing else. */
final class StateReader {
    private static final double LONGEST = 99_999_999;
    private static final Set<String> ANY = Set.of("Type", "Comment", "QueryLanguage");
    private static final Set<String> LEAVING = Set.of("Output", "Assign", "Next", "End");
    private static final Set<String> RECOVERING = Set.of("Retry", "Catch");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Pass", union(LEAVING),
            "Wait", union(LEAVING, Set.of("Seconds", "Timestamp")),
            "Choice", union(Set.of("Choices", "Default", "Output", "Assign")),
            "Succeed", union(Set.of("Output")),
            "Fail", union(Set.of("Error", "Cause")),
            "Task",
                    union(
                            LEAVING,
                            RECOVERING,
                            Set.of("Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Credentials")),
            "Parallel", union(LEAVING, RECOVERING, Set.of("Branches", "Arguments")),
            "Map",
                    union(
                            LEAVING,
                            RECOVERING,
                            Set.of("Items", "ItemSelector", "ItemProcessor", "MaxConcurrency"),
                            Set.of("ToleratedFailureCount", "ToleratedFailurePercentage")));
    /** What JSONPath and JSONata mean alike: a state of these fields needs no query language. */
    private static final Map<String, Set<String>> NEUTRAL = Map.of(
            "Pass", union(Set.of("Assign", "Next", "End")),
            "Wait", union(Set.of("Seconds", "Timestamp", "Assign", "Next", "End")),
            "Succeed", ANY,
            "Fail", union(Set.of("Error", "Cause")));

    private final FlowReader flows;
    private final TaskReader tasks;
    private final boolean jsonata;

    StateReader(FlowReader flows, ResourceRules resources, boolean express, boolean jsonata) {
        this.flows = flows;
        this.tasks = new TaskReader(resources, express);
        this.jsonata = jsonata;
    }

    /** Null where the type is none. */
    @Nullable
    State read(String name, Fields fields) {
        fields.require("Type");
        fields.text("Comment");
        String type = fields.text("Type");
        if (type == null) return null;
        if (!FIELDS.containsKey(type)) {
            fields.wrong(
                    "Type",
                    "Value is not one of " + FIELDS.keySet().stream().sorted().toList());
            return null;
        }
        checkLanguage(type, fields);
        return switch (type) {
            case "Pass" -> new State.Pass(name, exit(fields));
            case "Wait" -> pause(name, fields);
            case "Choice" -> choice(name, fields);
            case "Succeed" -> new State.Succeed(name, new State.Exit(fields.template("Output"), null, null));
            case "Fail" -> new State.Fail(name, fields.textual("Error"), fields.textual("Cause"));
            case "Task" -> tasks.read(name, fields, exit(fields));
            case "Parallel" -> parallel(name, fields);
            default -> map(name, fields);
        };
    }

    private void checkLanguage(String type, Fields fields) {
        String language = fields.text("QueryLanguage", Set.of("JSONata", "JSONPath"), jsonata ? "JSONata" : "JSONPath");
        if (language.equals("JSONata")) {
            fields.allow(FIELDS.getOrDefault(type, Set.of()));
        } else if (jsonata) {
            fields.wrong("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
        } else if (!NEUTRAL.containsKey(type)) {
            fields.wrong("A state of type " + type + " is only supported in JSONata here: set its 'QueryLanguage'");
        } else {
            for (String field : fields.names()) {
                if (!NEUTRAL.getOrDefault(type, Set.of()).contains(field))
                    fields.wrong(field, "Field is only supported in JSONata here: set 'QueryLanguage' to 'JSONata'");
                fields.refusePaths(field);
            }
        }
    }

    private State.Exit exit(Fields fields) {
        String next = fields.text("Next");
        boolean end = fields.flag("End");
        if (next == null && !end) fields.require("End or Next");
        if (next != null && fields.has("End")) fields.wrong("Only one of 'End' and 'Next' can be set");
        return new State.Exit(fields.template("Output"), fields.assignments(), next);
    }

    private State pause(String name, Fields fields) {
        if (fields.has("Seconds") == fields.has("Timestamp"))
            fields.wrong("Exactly one of [Seconds, Timestamp] is required");
        JsonNode timestamp = fields.textual("Timestamp");
        if (timestamp != null && !Expressions.isExpression(timestamp)) checkTimestamp(timestamp.asText(), fields);
        return new State.Wait(name, fields.number("Seconds", 0, LONGEST), timestamp, exit(fields));
    }

    private static void checkTimestamp(String timestamp, Fields fields) {
        try {
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(timestamp);
        } catch (DateTimeException _) {
            fields.wrong("Timestamp", "Value is not an ISO-8601 extended offset date-time: " + timestamp);
        }
    }

    private State choice(String name, Fields fields) {
        fields.require("Choices");
        List<State.Rule> rules =
                fields.list("Choices", true).stream().map(StateReader::rule).toList();
        String otherwise = fields.text("Default");
        return new State.Choice(
                name,
                rules,
                otherwise == null ? null : new State.Exit(fields.template("Output"), fields.assignments(), otherwise));
    }

    private static State.Rule rule(Fields fields) {
        fields.require("Condition", "Next");
        fields.allow(Set.of("Condition", "Next", "Output", "Assign", "Comment"));
        JsonNode condition = fields.template("Condition");
        if (condition != null && !condition.isBoolean() && !Expressions.isExpression(condition))
            fields.wrong("Condition", "Value must be a boolean or a JSONata expression");
        return new State.Rule(
                condition == null ? BooleanNode.FALSE : condition,
                new State.Exit(fields.template("Output"), fields.assignments(), fields.text("Next")));
    }

    private State parallel(String name, Fields fields) {
        fields.require("Branches");
        List<Flow> branches =
                fields.list("Branches", true).stream().map(this::branch).toList();
        return new State.Parallel(
                name, branches, fields.template("Arguments"), new RecoveryReader().read(fields), exit(fields));
    }

    private Flow branch(Fields fields) {
        fields.allow(Set.of("StartAt", "States", "Comment"));
        return flows.read(fields);
    }

    private State map(String name, Fields fields) {
        fields.require("ItemProcessor");
        JsonNode items = fields.template("Items");
        if (items != null && !items.isArray() && !Expressions.isExpression(items))
            fields.wrong("Items", "Value must be an array or a JSONata expression");
        return new State.Map(
                name,
                items,
                fields.template("ItemSelector"),
                processor(fields.fields("ItemProcessor")),
                fields.number("MaxConcurrency", 0, LONGEST),
                fields.number("ToleratedFailureCount", 0, LONGEST),
                fields.number("ToleratedFailurePercentage", 0, 100),
                new RecoveryReader().read(fields),
                exit(fields));
    }

    private Flow processor(Fields fields) {
        fields.allow(Set.of("StartAt", "States", "Comment", "ProcessorConfig"));
        if (fields.has("ProcessorConfig")) {
            Fields config = fields.fields("ProcessorConfig");
            config.allow(Set.of("Mode"));
            config.text("Mode", Set.of("INLINE"), "INLINE");
        }
        return flows.read(fields);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>(ANY);
        for (Set<String> set : sets) all.addAll(set);
        return Set.copyOf(all);
    }
}
