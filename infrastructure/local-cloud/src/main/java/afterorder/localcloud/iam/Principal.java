package afterorder.localcloud.iam;

/** Who calls, as IAM knows it. */
public sealed interface Principal {

    /** As denials name it. */
    String name();

    /**
     * A function or state machine of the template, which has taken its role.
     *
     * @param arn of the role: {@code arn:aws:iam::000000000000:role/afterorder-...}
     * @param session what has taken it, the last part of the ARN by which denials name it: the function's name
     */
    record Role(String arn, String session) implements Principal {
        @Override
        public String name() {
            return arn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/" + session;
        }
    }

    /** A service of AWS in its own name: {@code events.amazonaws.com}. */
    record Service(String name) implements Principal {}

    /** Whoever has the keys that everybody knows: the account's administrator, who may do what no policy denies. */
    record Administrator(String name) implements Principal {}
}
