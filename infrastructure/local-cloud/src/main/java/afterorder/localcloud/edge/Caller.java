package afterorder.localcloud.edge;

/**
 * Who makes a call, as its access key tells.
 *
 * @param name the function's name, or {@code you} for a person or a test
 * @param environment the id of the execution environment; empty for a person
 */
public record Caller(String name, String environment) {

    /** Whoever uses the keys that everybody knows: the AWS CLI, boto3, tests. */
    public static final Caller YOU = new Caller("you", "");
}
