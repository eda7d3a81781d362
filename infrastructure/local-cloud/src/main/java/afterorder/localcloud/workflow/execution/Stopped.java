package afterorder.localcloud.workflow.execution;

/** Ends the thread of a branch that has nothing more to do: its execution ended, or a sibling failed. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
        super(null, null, false, false);
    }
}
