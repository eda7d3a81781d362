package afterorder.localcloud.workflow.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error of a state: what Retry and Catch look at, and an execution ends with. */
final class StateError extends Exception {
    private static final long serialVersionUID = 1;
    private static final List<String> NOT_IN_ALL =
            List.of("States.Runtime", "States.DataLimitExceeded", "LocalCloud.QueryNotSupported");

    private final @Nullable String error;
    private final @Nullable String cause;
    private final boolean heartbeatMissed;

    StateError(@Nullable String error, @Nullable String cause) {
        this(error, cause, false);
    }

    private StateError(@Nullable String error, @Nullable String cause, boolean heartbeatMissed) {
        super(error + ": " + cause);
        this.error = error;
        this.cause = cause;
        this.heartbeatMissed = heartbeatMissed;
    }

    /** Is told as a timeout, and can be caught as what it is. */
    static StateError timeout(boolean heartbeatMissed) {
        return new StateError("States.Timeout", null, heartbeatMissed);
    }

    /** As a note told it. */
    static StateError of(JsonNode note) {
        boolean missed = note.path("heartbeatMissed").asBoolean();
        return new StateError(Recording.text(note, "error"), Recording.text(note, "cause"), missed);
    }

    ObjectNode note() {
        return Details.error(error, cause).put("heartbeatMissed", heartbeatMissed);
    }

    /** The error's name; null where a Fail tells none. */
    @Nullable
    String error() {
        return error;
    }

    @Nullable
    String cause() {
        return cause;
    }

    boolean matches(List<String> names) {
        return names.stream().anyMatch(this::matches);
    }

    private boolean matches(String name) {
        return switch (name) {
            case "States.ALL" -> !NOT_IN_ALL.contains(String.valueOf(error));
            case "States.TaskFailed" -> !"States.Timeout".equals(error) && !NOT_IN_ALL.contains(String.valueOf(error));
            case "States.HeartbeatTimeout" -> heartbeatMissed;
            default -> name.equals(error);
        };
    }
}
