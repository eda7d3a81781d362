package afterorder.localcloud.workflow.integration;

import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.definition.ResourceRules;
import com.fasterxml.jackson.databind.JsonNode;

/** What a Task can call. */
public interface Integrations extends ResourceRules {

    /** Calls, and waits for the answer of the service, not for a task token or the end of what was started. */
    JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure;
}
