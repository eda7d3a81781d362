package afterorder.localcloud.workflow.integration;

import afterorder.localcloud.workflow.definition.ResourceName;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** One service that Tasks call. */
interface ServiceCalls {

    boolean knows(ResourceName resource);

    List<String> problems(ResourceName resource, Set<String> arguments);

    JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure;
}
