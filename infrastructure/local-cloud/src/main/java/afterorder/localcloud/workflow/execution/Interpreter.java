package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.Flow;
import afterorder.localcloud.workflow.definition.State;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.query.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;

/** Walks from state to state. After a restart it walks again, and passes over what the journal tells. */
final class Interpreter {
    private static final long LONGEST_WAIT = 99_999_999;

    private final Execution execution;
    private final Environment environment;
    private final TaskRunner tasks;
    private final Branches branches = new Branches(this);

    Interpreter(Execution execution, Environment environment) {
        this.execution = execution;
        this.environment = environment;
        this.tasks = new TaskRunner(execution, environment);
    }

    JsonNode run() throws StateError {
        Branch root = new Branch(execution, null, "", execution.recorded(""));
        JsonNode input = Recording.json(execution.input());
        return run(execution.machine().definition().flow(), input, new Walk(root, new LinkedHashMap<>(), null));
    }

    JsonNode run(Flow flow, JsonNode input, Walk walk) throws StateError {
        JsonNode passed = input;
        String name = flow.startAt();
        while (name != null) {
            State state = flow.states().get(name);
            Event exited = pass(state, passed, walk);
            for (var assigned : exited.details().path("assignedVariables").properties())
                walk.variables()
                        .put(
                                assigned.getKey(),
                                Recording.json(assigned.getValue().asText()));
            passed = Recording.json(exited.details().get("output").asText());
            name = Recording.text(exited.note(), "next");
        }
        return passed;
    }

    private Event pass(State state, JsonNode input, Walk walk) throws StateError {
        Event entered = walk.branch()
                .emit(state.type() + "StateEntered", Details.of("name", state.name(), "input", input.toString()));
        Event exited = walk.branch().recordedExit();
        if (exited != null) return exited;
        Visit visit = new Visit(execution, environment, walk, state, input, entered);
        return switch (state) {
            case State.Pass pass -> visit.leave(pass.exit(), input, visit.scope());
            case State.Succeed succeed -> visit.leave(succeed.exit(), input, visit.scope());
            case State.Choice choice -> choose(choice, visit);
            case State.Wait wait -> pause(wait, visit);
            case State.Fail fail -> throw failure(fail, visit);
            case State.Task task ->
                new Recovering(visit, task.recovery(), task.exit()).run(() -> tasks.run(task, visit), _ -> {});
            case State.Parallel parallel ->
                new Recovering(visit, parallel.recovery(), parallel.exit())
                        .run(() -> branches.run(parallel, visit), this::failed);
            case State.Map map ->
                new Recovering(visit, map.recovery(), map.exit()).run(() -> branches.run(map, visit), this::failed);
        };
    }

    private void failed(Visit visit) {
        visit.branch().emit(visit.state().type() + "StateFailed", Details.none());
    }

    private static Event choose(State.Choice choice, Visit visit) throws StateError {
        Scope scope = visit.scope();
        for (int i = 0; i < choice.rules().size(); i++) {
            State.Rule rule = choice.rules().get(i);
            String field = "Choices[" + i + "]/Condition";
            if (visit.evaluate(rule.condition(), field, scope, "boolean").asBoolean())
                return visit.leave(rule.exit(), visit.input(), scope);
        }
        if (choice.otherwise() != null) return visit.leave(choice.otherwise(), visit.input(), scope);
        throw new StateError(
                "States.NoChoiceMatched",
                visit.told() + "Failed to transition out of the state. The state does not point to a next state.");
    }

    /** The end of the wait is kept: an expression that looks at the clock would tell another one after a restart. */
    private Event pause(State.Wait wait, Visit visit) throws StateError {
        Event due = visit.branch().recorded("WaitUntil");
        if (due == null) {
            Instant until = until(wait, visit);
            if (until.isAfter(environment.clock().instant()))
                due = visit.branch().note("WaitUntil", Details.of("until", until.toString()));
        }
        if (due != null) execution.sleep(Instant.parse(due.note().get("until").asText()));
        return visit.leave(wait.exit(), visit.input(), visit.scope());
    }

    private static Instant until(State.Wait wait, Visit visit) throws StateError {
        Instant now = visit.branch().lastAt();
        if (wait.seconds() != null) return now.plusSeconds(visit.integer(wait.seconds(), "Seconds", LONGEST_WAIT));
        JsonNode timestamp = visit.evaluate(wait.timestamp(), "Timestamp", visit.scope(), "string");
        try {
            return OffsetDateTime.parse(timestamp.asText()).toInstant();
        } catch (DateTimeException _) {
            throw visit.evaluationFailed(
                    "Timestamp",
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + timestamp.asText());
        }
    }

    private static StateError failure(State.Fail fail, Visit visit) throws StateError {
        Scope scope = visit.scope();
        String error = fail.error() == null
                ? null
                : visit.evaluate(fail.error(), "Error", scope, "string").asText();
        String cause = fail.cause() == null
                ? null
                : visit.evaluate(fail.cause(), "Cause", scope, "string").asText();
        return new StateError(error, cause);
    }
}
