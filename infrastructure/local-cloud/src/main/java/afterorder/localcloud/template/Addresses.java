package afterorder.localcloud.template;

import java.net.URI;

/**
 * Where the parts of the local cloud are reached, and what they are called there.
 *
 * @param edge the one address of the local cloud, without a slash at the end: {@code http://127.0.0.1:4566}
 * @param stack the name of the stack, the first part of every generated name
 */
public record Addresses(URI edge, String stack) {

    public static final String REGION = "eu-central-1";
    public static final String ACCOUNT = "000000000000";
    static final String PARTITION = "aws";

    public Addresses {
        if (!stack.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
            throw new IllegalArgumentException("a stack's name has letters, digits and hyphens, not " + stack);
        }
    }

    public static Addresses onPort(int port) {
        return new Addresses(URI.create("http://127.0.0.1:" + port), "afterorder");
    }

    public String queueUrl(String queueName) {
        return edge + "/" + ACCOUNT + "/" + queueName;
    }

    /** @param resource what stands behind the account: {@code table/orders} */
    public static String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(PARTITION, service, REGION, ACCOUNT, resource);
    }
}
