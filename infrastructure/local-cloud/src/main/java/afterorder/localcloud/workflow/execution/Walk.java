package afterorder.localcloud.workflow.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way through a flow: its branch, the variables so far, and in an iteration of a Map the item. An inner walk sees the
 * variables of the outer one; what it assigns is its own.
 */
record Walk(
        Branch branch,
        Map<String, JsonNode> variables,
        @Nullable ObjectNode item) {

    Walk inner(Branch child, @Nullable ObjectNode innerItem) {
        return new Walk(child, new LinkedHashMap<>(variables), innerItem == null ? item : innerItem);
    }
}
