package afterorder.localcloud.workflow.integration;

import org.jspecify.annotations.Nullable;

/** A call of a Task that failed, with the error's name as Step Functions tells it; the message is the cause. */
public final class TaskFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final @Nullable String error;

    public TaskFailure(@Nullable String error, @Nullable String cause) {
        super(cause);
        this.error = error;
    }

    public @Nullable String error() {
        return error;
    }
}
