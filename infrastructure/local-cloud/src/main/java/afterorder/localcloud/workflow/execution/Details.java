package afterorder.localcloud.workflow.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Small JSON objects. */
final class Details {
    private Details() {}

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What is null is left out. */
    static ObjectNode of(String name, @Nullable String value) {
        ObjectNode details = none();
        return value == null ? details : details.put(name, value);
    }

    static ObjectNode of(String name, @Nullable String value, String second, @Nullable String secondValue) {
        ObjectNode details = of(name, value);
        return secondValue == null ? details : details.put(second, secondValue);
    }

    static ObjectNode error(@Nullable String error, @Nullable String cause) {
        return of("error", error, "cause", cause);
    }
}
