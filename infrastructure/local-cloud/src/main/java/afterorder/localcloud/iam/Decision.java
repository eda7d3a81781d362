package afterorder.localcloud.iam;

import java.util.List;

/** Whether an access is allowed. */
public sealed interface Decision {

    /**
     * @param by all that allow it; none for the administrator, who needs no policy of the template
     * @param handingOver of a key: the parts of its policy that let the policies of identities decide
     */
    record Allowed(List<Statement.Part> by, List<Statement.Part> handingOver) implements Decision {}

    record Denied(Access access, Reason reason) implements Decision {}

    /** Why not, in AWS's words ("Troubleshoot access denied error messages" in the IAM user guide). */
    enum Reason {
        NO_IDENTITY_POLICY("because no identity-based policy allows the %s action"),
        NO_RESOURCE_POLICY("because no resource-based policy allows the %s action"),
        DENIED_BY_IDENTITY("with an explicit deny in an identity-based policy"),
        DENIED_BY_RESOURCE("with an explicit deny in a resource-based policy");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words(String action) {
            return words.formatted(action);
        }
    }
}
