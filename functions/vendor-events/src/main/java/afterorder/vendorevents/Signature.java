package afterorder.vendorevents;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who sent an event and when, as {@code infrastructure/vendor/marketplace.openapi.yaml} has it signed: over the timestamp, so
 * that what was overheard cannot be sent again later, and over the bytes as they came.
 *
 * @param timestamp in Unix seconds
 */
record Signature(String timestamp, String signature) {
    private static final Duration MOST_APART = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    /** @param headers by their names in lower case, as the gateway gives them */
    static Signature of(Map<String, String> headers) {
        return new Signature(
                headers.getOrDefault("webhook-timestamp", ""), headers.getOrDefault("webhook-signature", ""));
    }

    boolean isGenuine(byte[] body, String secret) {
        byte[] expected = ("v1=" + hmac(body, secret)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    boolean isFresh(Instant now) {
        if (!timestamp.matches("[0-9]{1,12}")) return false;
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sentAt, now).abs().compareTo(MOST_APART) <= 0;
    }

    private String hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot sign with " + ALGORITHM, impossible);
        }
    }

    /** Without the signature, so that no log can show it. */
    @Override
    public String toString() {
        return "Signature[timestamp=%s]".formatted(timestamp);
    }
}
