package afterorder.localcloud.function;

import java.util.Optional;

/**
 * One JVM of a function, for pages, tests and fault injection.
 *
 * @param pid 0 before its process exists
 * @param requestId the invocation that it is busy with
 */
public record RunningEnvironment(String id, String function, long pid, State state, Optional<String> requestId) {

    /** Where an environment stands in its life. */
    public enum State {
        STARTING,
        IDLE,
        BUSY,
        ENDED
    }
}
