package afterorder.localcloud.workflow;

import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls answer, in the shapes of the API. */
final class Answers {
    private static final Set<String> DATA = Set.of("input", "output", "parameters", "assignedVariables");

    private Answers() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Seconds, as the JSON protocol has them. */
    static double time(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    static ObjectNode next(ObjectNode answer, @Nullable String token) {
        return token == null ? answer : answer.put("nextToken", token);
    }

    static ObjectNode revision(StateMachine machine, StateMachine.Revision revision) {
        ObjectNode answer = object().put("stateMachineArn", machine.arn())
                .put("name", machine.stored().name())
                .put("definition", revision.definition())
                .put("roleArn", revision.roleArn());
        answer.putObject("loggingConfiguration").put("level", "OFF").put("includeExecutionData", false);
        answer.putObject("tracingConfiguration").put("enabled", false);
        return answer;
    }

    static ObjectNode summary(Execution execution) {
        ObjectNode answer = object().put("executionArn", execution.arn())
                .put("stateMachineArn", execution.machine().arn())
                .put("name", execution.name())
                .put("status", execution.status().name())
                .put("startDate", time(execution.started()))
                .put("redriveCount", 0);
        Event end = execution.end();
        return end == null ? answer : answer.put("stopDate", time(end.at()));
    }

    static ObjectNode description(Execution execution) {
        ObjectNode answer = summary(execution).put("input", execution.input());
        answer.putObject("inputDetails").put("included", true);
        Event end = execution.end();
        if (end != null) answer.setAll(end.details());
        if (execution.status() == Status.SUCCEEDED)
            answer.putObject("outputDetails").put("included", true);
        return answer;
    }

    /** @param data whether with inputs, outputs and variables */
    static ObjectNode event(Event event, boolean data) {
        ObjectNode answer = object().put("timestamp", time(event.at()))
                .put("type", event.type())
                .put("id", event.id())
                .put("previousEventId", event.previous());
        ObjectNode details = event.details().deepCopy();
        for (String name : new String[] {"input", "output"}) {
            if (details.has(name)) details.putObject(name + "Details").put("truncated", false);
        }
        if (!data) details.remove(DATA);
        if (!details.isEmpty()) answer.set(event.detailsName(), details);
        return answer;
    }
}
