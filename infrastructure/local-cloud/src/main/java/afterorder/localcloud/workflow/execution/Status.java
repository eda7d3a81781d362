package afterorder.localcloud.workflow.execution;

/** How an execution is. */
public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED;

    /** The type of the event that an execution ends with. */
    String event() {
        return switch (this) {
            case RUNNING -> "ExecutionStarted";
            case SUCCEEDED -> "ExecutionSucceeded";
            case FAILED -> "ExecutionFailed";
            case TIMED_OUT -> "ExecutionTimedOut";
            case ABORTED -> "ExecutionAborted";
        };
    }
}
