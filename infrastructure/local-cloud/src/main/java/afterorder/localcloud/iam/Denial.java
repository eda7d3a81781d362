package afterorder.localcloud.iam;

import afterorder.localcloud.edge.AwsError;
import java.util.Locale;

/**
 * A denial as the service words it: most say the same, but S3 puts its ARNs in quotes, SQS writes actions in lower case, and
 * SES has words of its own.
 */
final class Denial {
    private Denial() {}

    /** @param service the one that was called: S3 tells of KMS, too */
    static AwsError of(String service, Principal principal, Decision.Denied denied) {
        boolean isOfSes = service.equals("ses");
        return AwsError.denied(
                service, isOfSes ? messageOfSes(principal, denied.access()) : message(principal, denied));
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
