package afterorder.localcloud.mail;

import afterorder.localcloud.edge.AwsError;
import java.util.List;
import java.util.Locale;

/** What SES answers instead of sending, in its words. */
final class SesErrors {

    private SesErrors() {}

    static AwsError invalid(String message) {
        return AwsError.of("InvalidParameterValue", message);
    }

    static AwsError notVerified(List<String> identities, String region) {
        return AwsError.of(
                "MessageRejected",
                "Email address is not verified. The following identities failed the check in region %s: %s"
                        .formatted(region.toUpperCase(Locale.ROOT), String.join(", ", identities)));
    }
}
