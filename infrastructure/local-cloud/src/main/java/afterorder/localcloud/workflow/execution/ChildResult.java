package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An execution as a Task that started it and waited gets it. */
final class ChildResult {
    private final Execution child;

    ChildResult(Execution child) {
        this.child = child;
    }

    /** @param asJson whether input and output are JSON ({@code .sync:2}) or text ({@code .sync}) */
    ObjectNode describe(boolean asJson) {
        ObjectNode result = Details.of("ExecutionArn", child.arn(), "Name", child.name());
        result.put("StateMachineArn", child.machine().arn());
        result.put("Status", child.status().name());
        result.put("StartDate", child.started().toEpochMilli());
        put(result, "Input", child.input(), asJson);
        result.putObject("InputDetails").put("Included", true);
        Event end = child.end();
        if (end != null) {
            result.put("StopDate", end.at().toEpochMilli());
            JsonNode details = end.details();
            if (details.has("output"))
                put(result, "Output", details.get("output").asText(), asJson);
            if (details.has("error")) result.set("Error", details.get("error"));
            if (details.has("cause")) result.set("Cause", details.get("cause"));
        }
        result.putObject("OutputDetails").put("Included", true);
        return result.put("RedriveCount", 0);
    }

    private static void put(ObjectNode result, String name, String json, boolean asJson) {
        if (asJson) result.set(name, Recording.json(json));
        else result.put(name, json);
    }
}
