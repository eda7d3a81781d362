package afterorder.aws;

/** SES will not take this mail, however often it is sent. */
public final class MailRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MailRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
