package afterorder.localcloud.workflow.integration;

/** Arguments that cannot be made a request; the message says which field is wrong. */
final class ArgumentError extends Exception {
    private static final long serialVersionUID = 1;

    ArgumentError(String message) {
        super(message);
    }
}
