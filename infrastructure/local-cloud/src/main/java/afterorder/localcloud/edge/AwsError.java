package afterorder.localcloud.edge;

/** An error as an AWS service answers it: HTTP status, error code (for example {@code ExecutionDoesNotExist}), message. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A mistake of the caller: status 400. */
    public static AwsError of(String code, String message) {
        return new AwsError(400, code, message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
