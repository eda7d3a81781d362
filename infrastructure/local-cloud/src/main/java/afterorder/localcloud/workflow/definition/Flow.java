package afterorder.localcloud.workflow.definition;

import java.util.Map;

/** States and the one to start at: of a state machine, a branch of a Parallel or the item processor of a Map. */
public record Flow(String startAt, Map<String, State> states) {}
