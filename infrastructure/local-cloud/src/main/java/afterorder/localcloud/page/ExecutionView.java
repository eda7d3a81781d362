package afterorder.localcloud.page;

import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.localcloud.workflow.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An execution as the pages show it. */
record ExecutionView(
        String name,
        String machine,
        String status,
        Instant started,
        Optional<Duration> duration,
        Optional<String> error) {

    static ExecutionView of(Execution execution) {
        Optional<Event> end = Optional.ofNullable(execution.end());
        return new ExecutionView(
                execution.name(),
                machine(execution.arn()),
                execution.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                execution.started(),
                end.map(last -> Duration.between(execution.started(), last.at())),
                end.flatMap(last -> Failure.in(last.details())).map(Failure::text));
    }

    /** An event, with its details as JSON to be read; empty where it has none. */
    record EventView(long id, Instant at, String type, String branch, String details) {

        static EventView of(Event event) {
            String details = event.details().isEmpty() ? "" : Json.pretty(event.details());
            return new EventView(event.id(), event.at(), event.type(), event.branch(), details);
        }
    }

    /** The page of one execution. */
    record Whole(
            ExecutionView execution, String input, String output, List<StateVisit> visits, List<EventView> events) {

        static Whole of(Execution execution) {
            List<Event> history = execution.history();
            String output = Optional.ofNullable(execution.end())
                    .map(end -> end.details().path("output").asText())
                    .orElse("");
            return new Whole(
                    ExecutionView.of(execution),
                    Json.pretty(execution.input()),
                    Json.pretty(output),
                    StateVisit.in(history, execution.status() == Status.RUNNING),
                    history.stream().map(EventView::of).toList());
        }
    }

    /** {@code arn:aws:states:region:account:execution:machine:name}. */
    private static String machine(String arn) {
        return arn.split(":")[6];
    }
}
