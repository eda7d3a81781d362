package afterorder.localcloud.workflow.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What an expression can see.
 *
 * @param states {@code $states}: input, context, and where there is one result or errorOutput
 * @param variables what states have assigned
 */
public record Scope(ObjectNode states, Map<String, JsonNode> variables) {

    /** The same with one more thing in {@code $states}. */
    public Scope with(String name, JsonNode value) {
        ObjectNode more = states.objectNode();
        more.setAll(states);
        more.set(name, value);
        return new Scope(more, variables);
    }
}
