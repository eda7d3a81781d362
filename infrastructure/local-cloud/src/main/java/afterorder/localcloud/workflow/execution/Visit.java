package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.State;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.query.QueryError;
import afterorder.localcloud.workflow.query.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One visit to a state, from the event that it was entered until it is left. */
final class Visit {
    private static final int LARGEST_BYTES = 256 * 1024;

    private final Execution execution;
    private final Environment environment;
    private final Walk walk;
    private final State state;
    private final JsonNode input;
    private final Event entered;
    private int retries;

    Visit(Execution execution, Environment environment, Walk walk, State state, JsonNode input, Event entered) {
        this.execution = execution;
        this.environment = environment;
        this.walk = walk;
        this.state = state;
        this.input = input;
        this.entered = entered;
    }

    Execution execution() {
        return execution;
    }

    Walk walk() {
        return walk;
    }

    Branch branch() {
        return walk.branch();
    }

    State state() {
        return state;
    }

    JsonNode input() {
        return input;
    }

    int retries() {
        return retries;
    }

    void countRetry() {
        retries++;
    }

    /** Tells the branches of this visit's present attempt from all others. */
    String step() {
        return entered.id() + "." + retries;
    }

    /** @param token of a Task that waits for one; else null */
    Scope scope(@Nullable String token) {
        ObjectNode context = new Context(execution).of(entered, state, retries, token, walk.item());
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", input);
        states.set("context", context);
        return new Scope(states, walk.variables());
    }

    Scope scope() {
        return scope(null);
    }

    /** The same visit, from within an iteration. */
    Visit within(Walk inner) {
        return new Visit(execution, environment, inner, state, input, entered);
    }

    JsonNode evaluate(JsonNode template, String field, Scope scope) throws StateError {
        replayFailure();
        try {
            return environment.query().evaluate(template, field, scope);
        } catch (QueryError error) {
            throw evaluationFailed(error);
        }
    }

    /** @param type that the value must have: {@code number} */
    JsonNode evaluate(JsonNode template, String field, Scope scope, String type) throws StateError {
        replayFailure();
        try {
            return environment.query().evaluate(template, field, scope, type);
        } catch (QueryError error) {
            throw evaluationFailed(error);
        }
    }

    /** A whole number from 0 to the most. */
    long integer(JsonNode template, String field, long most) throws StateError {
        JsonNode value = evaluate(template, field, scope(), "number");
        if (value.isIntegralNumber() && value.asLong() >= 0 && value.asLong() <= most) return value.asLong();
        throw evaluationFailed(
                field, "The field '" + field + "' must be an integer from 0 to " + most + ", but was: " + value);
    }

    /** The error of a field whose value does not do, told to the history. */
    StateError evaluationFailed(String field, String message) {
        return evaluationFailed(QueryError.of(field, message));
    }

    /** Leaves the state: evaluates what it assigns and gives, both of what was before. */
    Event leave(State.Exit exit, JsonNode result, Scope scope) throws StateError {
        ObjectNode assigned = JsonNodeFactory.instance.objectNode();
        if (exit.assign() != null)
            for (Map.Entry<String, JsonNode> entry : exit.assign().properties())
                assigned.set(entry.getKey(), evaluate(entry.getValue(), "Assign/" + entry.getKey(), scope));
        JsonNode output = exit.output() == null ? result : evaluate(exit.output(), "Output", scope);
        ObjectNode details = Details.of("name", state.name(), "output", limited(output));
        limited(assigned);
        if (!assigned.isEmpty()) {
            ObjectNode variables = details.putObject("assignedVariables");
            for (var entry : assigned.properties())
                variables.put(entry.getKey(), entry.getValue().toString());
        }
        return branch().emit(state.type() + "StateExited", details, Details.of("next", exit.next()), false);
    }

    /** The JSON text, when it is not larger than states may pass on. */
    String limited(JsonNode value) throws StateError {
        String text = value.toString();
        if (text.length() > LARGEST_BYTES / 4 && text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES)
            throw new StateError(
                    "States.DataLimitExceeded",
                    told() + "The state/task '" + state.name()
                            + "' returned a result with a size exceeding the maximum number of bytes service limit.");
        return text;
    }

    /** How a cause begins. */
    String told() {
        return "An error occurred while executing the state '" + state.name() + "' (entered at the event id #"
                + entered.id() + "). ";
    }

    /** What failed before a restart fails again, even where an expression looks at the clock. */
    private void replayFailure() throws StateError {
        Event failed = branch().recorded("EvaluationFailed");
        if (failed != null) throw StateError.of(failed.details());
    }

    private StateError evaluationFailed(QueryError error) {
        String cause = told() + error.getMessage();
        ObjectNode details = Details.error(error.error(), cause);
        branch().emit("EvaluationFailed", details.put("location", error.field()).put("state", state.name()));
        return new StateError(error.error(), cause);
    }
}
