package afterorder.localcloud.workflow.definition;

import afterorder.localcloud.workflow.definition.ResourceName.Completion;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what is special to a Task: the resource and its arguments, timeouts, credentials. */
final class TaskReader {
    private static final double LONGEST = 99_999_999;

    private final ResourceRules resources;
    private final boolean express;

    TaskReader(ResourceRules resources, boolean express) {
        this.resources = resources;
        this.express = express;
    }

    /** Null where the resource is none. */
    @Nullable
    State read(String name, Fields fields, State.Exit exit) {
        fields.require("Resource");
        if (fields.has("Credentials")) checkCredentials(fields.fields("Credentials"), fields);
        JsonNode arguments = fields.template("Arguments");
        JsonNode timeout = fields.number("TimeoutSeconds", 1, LONGEST);
        JsonNode heartbeat = fields.number("HeartbeatSeconds", 1, LONGEST);
        if (timeout != null
                && heartbeat != null
                && timeout.isNumber()
                && heartbeat.asInt() >= timeout.asInt(Integer.MAX_VALUE))
            fields.wrong("HeartbeatSeconds", "Value must be smaller than 'TimeoutSeconds'");
        ResourceName resource = resource(fields, arguments);
        State.Recovery recovery = new RecoveryReader().read(fields);
        return resource == null ? null : new State.Task(name, resource, arguments, timeout, heartbeat, recovery, exit);
    }

    private static void checkCredentials(Fields credentials, Fields fields) {
        if (credentials.has("RoleArn")) fields.wrong("Credentials", "Field is not supported by the local cloud");
        else credentials.wrong("The field 'RoleArn' is required but was missing");
    }

    private @Nullable ResourceName resource(Fields fields, @Nullable JsonNode arguments) {
        String text = fields.text("Resource");
        if (text == null) return null;
        ResourceName resource = ResourceName.of(text).orElse(null);
        if (resource != null && express && resource.completion() != Completion.REQUEST_RESPONSE) {
            fields.wrong("Resource", notInExpress(resource.completion()));
            return null;
        }
        if (resource == null || !resources.knows(resource)) {
            fields.wrong(
                    "Resource",
                    "The resource provided " + text + " is not recognized. The value is not a valid resource ARN, or"
                            + " the resource is not available in the local cloud.");
            return null;
        }
        Set<String> names = new TreeSet<>();
        if (arguments != null) arguments.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty())
            for (String problem : resources.problems(resource, names)) fields.wrong("Arguments", problem);
        return resource;
    }

    private static String notInExpress(Completion completion) {
        return completion == Completion.TASK_TOKEN
                ? "Express state machine does not support '.waitForTaskToken' service integration "
                : "Express state machine does not support '.sync' service integration";
    }
}
