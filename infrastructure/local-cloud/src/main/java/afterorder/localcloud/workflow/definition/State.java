package afterorder.localcloud.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state. Where a component is a {@link JsonNode}, it is a payload template: JSON whose strings <code>{% ... %}</code>
 * are JSONata; null where the definition does not have the field.
 */
public sealed interface State {

    String name();

    /** As in the events of a history: {@code Pass}, {@code Map}. */
    default String type() {
        return getClass().getSimpleName();
    }

    record Pass(String name, Exit exit) implements State {}

    record Wait(
            String name,
            @Nullable JsonNode seconds,
            @Nullable JsonNode timestamp,
            Exit exit) implements State {}

    record Choice(String name, List<Rule> rules, @Nullable Exit otherwise) implements State {}

    record Succeed(String name, Exit exit) implements State {}

    record Fail(
            String name, @Nullable JsonNode error, @Nullable JsonNode cause) implements State {}

    record Task(
            String name,
            ResourceName resource,
            @Nullable JsonNode arguments,
            @Nullable JsonNode timeoutSeconds,
            @Nullable JsonNode heartbeatSeconds,
            Recovery recovery,
            Exit exit)
            implements State {}

    record Parallel(
            String name, List<Flow> branches, @Nullable JsonNode arguments, Recovery recovery, Exit exit)
            implements State {}

    record Map(
            String name,
            @Nullable JsonNode items,
            @Nullable JsonNode itemSelector,
            Flow itemProcessor,
            @Nullable JsonNode maxConcurrency,
            @Nullable JsonNode toleratedFailureCount,
            @Nullable JsonNode toleratedFailurePercentage,
            Recovery recovery,
            Exit exit)
            implements State {}

    /**
     * How a state is left.
     *
     * @param output null: the default of the state's type
     * @param next null: the flow ends
     */
    record Exit(
            @Nullable JsonNode output,
            @Nullable ObjectNode assign,
            @Nullable String next) {}

    /** One rule of a Choice; the first whose condition is true decides. */
    record Rule(JsonNode condition, Exit exit) {}

    /** What a state does about errors: first try again, then go elsewhere. */
    record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
        static final Recovery NONE = new Recovery(List.of(), List.of());
    }

    /** Where an error leads. */
    record Catcher(List<String> errors, Exit exit) {}
}
