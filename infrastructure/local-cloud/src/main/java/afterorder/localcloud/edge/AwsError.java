package afterorder.localcloud.edge;

/** An error as an AWS service answers it: HTTP status, error code (for example {@code ExecutionDoesNotExist}), message. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final int status;
    private final String code;

    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A mistake of the caller: status 400. */
    public static AwsError of(String code, String message) {
        return new AwsError(BAD_REQUEST, code, message);
    }

    /**
     * Whoever calls may not: most services answer 400, some 403, and two have a code of their own.
     *
     * @param service the one that was called, as in the credential scope
     */
    public static AwsError denied(String service, String message) {
        return switch (service) {
            case "s3", "ses" -> new AwsError(FORBIDDEN, "AccessDenied", message);
            case "sqs", "lambda" -> new AwsError(FORBIDDEN, "AccessDeniedException", message);
            default -> of("AccessDeniedException", message);
        };
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
