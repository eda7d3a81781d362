package afterorder.localcloud.workflow;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.JsonService;
import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.integration.Integrations;
import afterorder.localcloud.workflow.integration.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tasks that call Step Functions itself; all others go on to what is behind. */
final class OwnIntegration implements Integrations {
    private static final Map<String, Set<String>> OPERATIONS = Map.of(
            "startExecution", Set.of("StateMachineArn", "Name", "Input"),
            "stopExecution", Set.of("ExecutionArn", "Error", "Cause"),
            "describeExecution", Set.of("ExecutionArn"),
            "sendTaskSuccess", Set.of("TaskToken", "Output"),
            "sendTaskFailure", Set.of("TaskToken", "Error", "Cause"),
            "sendTaskHeartbeat", Set.of("TaskToken"));

    private final JsonService service;
    private final Integrations others;

    OwnIntegration(JsonService service, Integrations others) {
        this.service = service;
        this.others = others;
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> fields) {
        if (!isOwn(resource)) return others.problems(resource, fields);
        Set<String> known = OPERATIONS.get(resource.operation());
        boolean supported = known != null
                && (resource.sdk()
                        ? resource.completion() == ResourceName.Completion.REQUEST_RESPONSE
                        : resource.operation().equals("startExecution"));
        if (!supported)
            return List.of("The resource provided " + resource + " is not recognized. The value is not a valid resource"
                    + " ARN, or the resource is not available in the local cloud.");
        Set<String> unknown = new TreeSet<>(fields);
        unknown.removeAll(known);
        return unknown.stream()
                .map(field -> "The field \"" + field + "\" is not supported by Step Functions")
                .toList();
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
