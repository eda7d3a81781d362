package afterorder.localcloud.workflow.query;

/** What Step Functions does not have, or JSONata has and the library here gets wrong; it is refused by name. */
final class NotSupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSupported(String message) {
        super(message);
    }
}
