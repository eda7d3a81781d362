package afterorder.localcloud.iam;

import afterorder.localcloud.edge.AwsError;
import java.util.Locale;

/**
 * A denial as the service words it: most say the same, but S3 puts its ARNs in quotes, SQS writes actions in lower case, and
 * SES has words of its own; they differ in status and code, too.
 */
final class Denial {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final String EXCEPTION = "AccessDeniedException";
    private static final String ERROR = "AccessDenied";

    private Denial() {}

    /** @param service the one that was called: S3 tells of KMS, too */
    static AwsError of(String service, Principal principal, Decision.Denied denied) {
        return switch (service) {
            case "s3" -> new AwsError(FORBIDDEN, ERROR, message(principal, denied));
            case "ses" -> new AwsError(FORBIDDEN, ERROR, messageOfSes(principal, denied.access()));
            case "sqs", "lambda" -> new AwsError(FORBIDDEN, EXCEPTION, message(principal, denied));
            default -> new AwsError(BAD_REQUEST, EXCEPTION, message(principal, denied));
        };
    }

    private static String message(Principal principal, Decision.Denied denied) {
        String action = denied.access().action();
        String resource = denied.access().resource();
        if (action.startsWith("s3:")) resource = "\"" + resource + "\"";
        if (action.startsWith("sqs:")) action = action.toLowerCase(Locale.ROOT);
        return "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(principal.name(), action, resource, denied.reason().words(action));
    }

    /** With the quotation marks that SES writes. */
    private static String messageOfSes(Principal principal, Access access) {
        return "User `%s' is not authorized to perform `%s' on resource `%s'"
                .formatted(principal.name(), access.action(), access.resource());
    }
}
