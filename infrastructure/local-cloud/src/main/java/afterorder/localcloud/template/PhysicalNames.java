package afterorder.localcloud.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names for resources that have none of their own: made like CloudFormation's, but the same at every start. */
final class PhysicalNames {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final String stack;

    PhysicalNames(String stack) {
        this.stack = stack;
    }

    /** {@code <stack>-<logical id>-<suffix>}, the middle shortened where the service's limit demands it. */
    String name(String logicalId, int longest) {
        String suffix = suffix(logicalId, 12);
        int room = longest - stack.length() - suffix.length() - 2;
        String middle = logicalId.length() > room ? logicalId.substring(0, room) : logicalId;
        return stack + "-" + middle + "-" + suffix;
    }

    String lowerCaseName(String logicalId, int longest) {
        return name(logicalId, longest).toLowerCase(Locale.ROOT);
    }

    /** {@code <logical id>-<suffix>}, as CloudFormation names a secret. */
    String nameWithoutStack(String logicalId) {
        return logicalId + "-" + suffix(logicalId, 12);
    }

    /** What Secrets Manager puts behind a secret's name: six letters and digits. */
    String arnSuffix(String logicalId) {
        return suffix(logicalId + "/arn", 6);
    }

    /** As the id of an HTTP API: ten letters and digits. */
    String shortId(String logicalId) {
        return suffix(logicalId, 10).toLowerCase(Locale.ROOT);
    }

    /** As the id of a KMS key. */
    String uuid(String logicalId) {
        String hex = HexFormat.of().formatHex(hash(logicalId), 0, 16);
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private String suffix(String logicalId, int length) {
        byte[] hash = hash(logicalId);
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < length; i++) suffix.append(ALPHABET.charAt((hash[i] & 0xff) % ALPHABET.length()));
        return suffix.toString();
    }

    private byte[] hash(String logicalId) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((stack + "/" + logicalId).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
