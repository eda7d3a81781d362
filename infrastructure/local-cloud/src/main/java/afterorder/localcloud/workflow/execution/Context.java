package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.State;
import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The context object: {@code $states.context}. */
final class Context {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Execution execution;

    Context(Execution execution) {
        this.execution = execution;
    }

    ObjectNode of(Event entered, State state, int retries, @Nullable String token, @Nullable ObjectNode item) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode told = context.putObject("Execution");
        told.put("Id", execution.arn());
        told.set("Input", Recording.json(execution.input()));
        told.put("StartTime", time(execution.started()));
        told.put("Name", execution.name());
        told.put("RoleArn", execution.machine().roleArn());
        told.put("RedriveCount", 0);
        ObjectNode machine = context.putObject("StateMachine");
        machine.put("Id", execution.machine().arn());
        machine.put("Name", execution.machine().name());
        ObjectNode now = context.putObject("State");
        now.put("Name", state.name());
        now.put("EnteredTime", time(entered.at()));
        boolean retrying = state instanceof State.Task || state instanceof State.Map || state instanceof State.Parallel;
        if (retrying) now.put("RetryCount", retries);
        if (token != null) context.putObject("Task").put("Token", token);
        if (item != null) context.putObject("Map").set("Item", item);
        return context;
    }

    private static String time(Instant instant) {
        return MILLIS.format(instant);
    }
}
