package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.State;
import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The states that walk in several branches: Parallel and Map. */
final class Branches {
    /** What AWS does at once in an inline Map. */
    private static final int MOST_AT_ONCE = 40;

    private final Interpreter interpreter;

    Branches(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    JsonNode run(State.Parallel parallel, Visit visit) throws StateError {
        Event started = visit.branch().recorded("ParallelStateStarted");
        if (started == null) {
            JsonNode input = parallel.arguments() == null
                    ? visit.input()
                    : visit.evaluate(parallel.arguments(), "Arguments", visit.scope());
            ObjectNode note = Details.none().set("input", input);
            started = visit.branch().emit("ParallelStateStarted", Details.none(), note, false);
        }
        JsonNode input = started.note().get("input");
        int count = parallel.branches().size();
        JsonNode results = new Fork(visit, count, count)
                .run((index, branch) -> interpreter.run(
                        parallel.branches().get(index), input, visit.walk().inner(branch, null)));
        visit.branch().emit("ParallelStateSucceeded", Details.none());
        return results;
    }

    JsonNode run(State.Map map, Visit visit) throws StateError {
        Event started = visit.branch().recorded("MapStateStarted");
        if (started == null) started = start(map, visit);
        JsonNode items = started.note().get("items");
        int atOnce = started.note().get("atOnce").asInt();
        JsonNode results = new Fork(visit, items.size(), atOnce)
                .run((index, branch) -> iterate(map, visit, items.get(index), index, branch));
        visit.branch().emit("MapStateSucceeded", Details.none());
        return results;
    }

    private static Event start(State.Map map, Visit visit) throws StateError {
        JsonNode items = items(map, visit);
        int atOnce = map.maxConcurrency() == null ? 0 : (int) concurrency(map.maxConcurrency(), visit);
        // What an inline Map tolerates makes no difference: like a tolerance of none, the first failure ends it.
        if (map.toleratedFailureCount() != null)
            visit.integer(map.toleratedFailureCount(), "ToleratedFailureCount", Integer.MAX_VALUE);
        if (map.toleratedFailurePercentage() != null)
            visit.integer(map.toleratedFailurePercentage(), "ToleratedFailurePercentage", 100);
        ObjectNode note = Details.none().set("items", items);
        note.put("atOnce", atOnce == 0 ? MOST_AT_ONCE : Math.min(atOnce, MOST_AT_ONCE));
        return visit.branch().emit("MapStateStarted", Details.none().put("length", items.size()), note, false);
    }

    private static JsonNode items(State.Map map, Visit visit) throws StateError {
        if (map.items() != null) return visit.evaluate(map.items(), "Items", visit.scope(), "array");
        if (visit.input().isArray()) return visit.input();
        throw visit.evaluationFailed("Items", "Map state input must be an array but was: " + visit.input());
    }

    /** AWS takes digits, too, here. */
    private static long concurrency(JsonNode template, Visit visit) throws StateError {
        JsonNode value = visit.evaluate(template, "MaxConcurrency", visit.scope());
        if (value.isTextual() && value.asText().matches("\\d{1,8}")) return Long.parseLong(value.asText());
        return visit.integer(template, "MaxConcurrency", Integer.MAX_VALUE);
    }

    private JsonNode iterate(State.Map map, Visit visit, JsonNode value, int index, Branch branch) throws StateError {
        ObjectNode told = Details.of("name", visit.state().name()).put("index", index);
        branch.emit("MapIterationStarted", told);
        Event succeeded = branch.recordedEnd("MapIterationSucceeded");
        if (succeeded != null) return succeeded.note().get("output");
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("Index", index);
        item.set("Value", value);
        Walk walk = visit.walk().inner(branch, item);
        try {
            JsonNode input = map.itemSelector() == null ? value : select(map.itemSelector(), visit.within(walk));
            JsonNode output = interpreter.run(map.itemProcessor(), input, walk);
            branch.emit("MapIterationSucceeded", told, Details.none().set("output", output), false);
            return output;
        } catch (StateError error) {
            branch.emit("MapIterationFailed", told);
            throw error;
        }
    }

    private static JsonNode select(JsonNode selector, Visit visit) throws StateError {
        return visit.evaluate(selector, "ItemSelector", visit.scope());
    }
}
