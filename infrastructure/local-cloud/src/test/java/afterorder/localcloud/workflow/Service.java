package afterorder.localcloud.workflow;

import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.integration.Integrations;
import afterorder.localcloud.workflow.integration.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that Tasks call under {@code sqs:sendMessage}; it does as told and remembers what it was asked. */
final class Service implements Integrations {
    final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    volatile Behavior behavior = arguments -> arguments;

    interface Behavior {
        JsonNode answer(JsonNode arguments) throws TaskFailure;
    }

    @Override
    public boolean knows(ResourceName resource) {
        return resource.service().equals("sqs");
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> arguments) {
        return List.of();
    }

    @Override
    public JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure {
        calls.add(arguments);
        return behavior.answer(arguments);
    }
}
