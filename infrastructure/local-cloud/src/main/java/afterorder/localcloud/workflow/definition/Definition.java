package afterorder.localcloud.workflow.definition;

import java.util.OptionalLong;

/**
 * A state machine as its definition tells it.
 *
 * @param timeoutSeconds how long an execution may take; empty: for ever
 */
public record Definition(Flow flow, OptionalLong timeoutSeconds) {}
