package afterorder.localcloud.workflow.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the states of a flow and how they lead to one another. */
final class FlowReader {
    private final List<Diagnostic> diagnostics;
    private final StateReader states;
    private final Set<String> names = new HashSet<>();
    private Set<String> variables = Set.of();

    FlowReader(List<Diagnostic> diagnostics, ResourceRules resources, boolean express, boolean jsonata) {
        this.diagnostics = diagnostics;
        this.states = new StateReader(this, resources, express, jsonata);
    }

    /** @param fields of what has {@code StartAt} and {@code States} */
    Flow read(Fields fields) {
        Set<String> outer = variables;
        Set<String> own = fields.assigned();
        for (String name : own) {
            if (outer.contains(name)) fields.wrong("The variable '" + name + "' is assigned in an outer scope, too");
        }
        variables = new HashSet<>(outer);
        variables.addAll(own);
        try {
            return readStates(fields);
        } finally {
            variables = outer;
        }
    }

    private Flow readStates(Fields fields) {
        fields.require("States", "StartAt");
        String startAt = fields.text("StartAt");
        Fields all = fields.fields("States");
        if (fields.has("States") && all.names().isEmpty()) fields.wrong("States", "At least one state is required");
        Map<String, State> found = new LinkedHashMap<>();
        if (fields.has("States"))
            for (String name : all.names()) {
                if (!names.add(name))
                    problem("DUPLICATE_STATE_NAME", "State name '" + name + "' is used twice", all.at(name));
                if (name.length() > 80) all.wrong(name, "State name is longer than 80 characters");
                State state = states.read(name, all.fields(name));
                if (state != null) found.put(name, state);
            }
        if (startAt != null && fields.has("States")) checkWays(startAt, all, fields, found);
        return new Flow(startAt == null ? "" : startAt, found);
    }

    private void checkWays(String startAt, Fields all, Fields fields, Map<String, State> found) {
        if (!all.has(startAt))
            problem("MISSING_TRANSITION_TARGET", "Missing 'Next' target: " + startAt, fields.at("StartAt"));
        Set<String> reached = new HashSet<>(Set.of(startAt));
        found.forEach((name, state) -> exits(state).map(State.Exit::next).forEach(next -> {
            if (next == null) return;
            if (!all.has(next)) problem("MISSING_TRANSITION_TARGET", "Missing 'Next' target: " + next, all.at(name));
            if (!next.equals(name)) reached.add(next);
        }));
        for (String name : all.names()) {
            if (!reached.contains(name))
                problem("MISSING_TRANSITION_TARGET", "State \"" + name + "\" is not reachable.", all.at(name));
        }
        boolean ends = found.values().stream()
                .anyMatch(state -> state instanceof State.Fail || exits(state).anyMatch(exit -> exit.next() == null));
        if (!found.isEmpty() && !ends)
            problem("MISSING_TERMINAL_STATE", "No terminal state found", fields.at("States"));
    }

    private static Stream<State.Exit> exits(State state) {
        return switch (state) {
            case State.Pass pass -> Stream.of(pass.exit());
            case State.Wait wait -> Stream.of(wait.exit());
            case State.Succeed succeed -> Stream.of(succeed.exit());
            case State.Fail _ -> Stream.empty();
            case State.Choice choice ->
                Stream.concat(choice.rules().stream().map(State.Rule::exit), Stream.ofNullable(choice.otherwise()));
            case State.Task task -> exits(task.exit(), task.recovery());
            case State.Parallel parallel -> exits(parallel.exit(), parallel.recovery());
            case State.Map map -> exits(map.exit(), map.recovery());
        };
    }

    private static Stream<State.Exit> exits(State.Exit exit, State.Recovery recovery) {
        return Stream.concat(Stream.of(exit), recovery.catchers().stream().map(State.Catcher::exit));
    }

    private void problem(String code, String message, String location) {
        diagnostics.add(new Diagnostic(code, message, location));
    }
}
