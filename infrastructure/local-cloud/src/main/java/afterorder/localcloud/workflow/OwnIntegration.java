package afterorder.localcloud.workflow;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.JsonService;
import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.integration.Integrations;
import afterorder.localcloud.workflow.integration.Parameters;
import afterorder.localcloud.workflow.integration.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks that call Step Functions itself; all others go on to what is behind. */
final class OwnIntegration implements Integrations {
    private static final Map<String, Parameters> OPERATIONS = Map.of(
            "startExecution", new Parameters(Set.of("StateMachineArn", "Name", "Input"), Set.of("StateMachineArn")),
            "stopExecution", new Parameters(Set.of("ExecutionArn", "Error", "Cause"), Set.of("ExecutionArn")),
            "describeExecution", new Parameters(Set.of("ExecutionArn"), Set.of("ExecutionArn")),
            "sendTaskSuccess", new Parameters(Set.of("TaskToken", "Output"), Set.of("TaskToken", "Output")),
            "sendTaskFailure", new Parameters(Set.of("TaskToken", "Error", "Cause"), Set.of("TaskToken")),
            "sendTaskHeartbeat", new Parameters(Set.of("TaskToken"), Set.of("TaskToken")));

    private final JsonService service;
    private final Integrations others;

    OwnIntegration(JsonService service, Integrations others) {
        this.service = service;
        this.others = others;
    }

    @Override
    public boolean knows(ResourceName resource) {
        if (!isOwn(resource)) return others.knows(resource);
        if (resource.sdk())
            return OPERATIONS.containsKey(resource.operation())
                    && resource.completion() == ResourceName.Completion.REQUEST_RESPONSE;
        return resource.operation().equals("startExecution");
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> arguments) {
        if (!isOwn(resource)) return others.problems(resource, arguments);
        return OPERATIONS.get(resource.operation()).problems(arguments);
    }

    @Override
    public JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure {
        if (!isOwn(resource)) return others.call(resource, arguments);
        try {
            String operation = resource.operation();
            JsonNode answer = service.call(capital(operation, true), rename(arguments, false));
            return rename(answer, true);
        } catch (AwsError refused) {
            String type = refused.code().endsWith("Exception") ? refused.code() : refused.code() + "Exception";
            throw new TaskFailure(
                    (resource.sdk() ? "Sfn." : "StepFunctions.") + type,
                    refused.getMessage() + " (Service: Sfn, Status Code: " + refused.status() + ")");
        }
    }

    private static boolean isOwn(ResourceName resource) {
        return resource.service().equals(resource.sdk() ? "sfn" : "states");
    }

    /** {@code StateMachineArn} there, {@code stateMachineArn} here; JSON where a text is wanted goes as its text. */
    private static ObjectNode rename(JsonNode json, boolean capital) {
        ObjectNode renamed = Answers.object();
        for (var entry : json.properties()) {
            JsonNode value = entry.getValue();
            String name = capital(entry.getKey(), capital);
            if (value.isNull()) continue;
            if (!capital && value.isContainerNode()) renamed.put(name, value.toString());
            else renamed.set(name, capital && value.isObject() ? rename(value, true) : value);
        }
        return renamed;
    }

    private static String capital(String name, boolean capital) {
        char first = name.charAt(0);
        return (capital ? Character.toUpperCase(first) : Character.toLowerCase(first)) + name.substring(1);
    }
}
