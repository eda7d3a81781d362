package afterorder.localcloud.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.server.Request;

/**
 * Checks Signature Version 4 and tells who signed. Signatures and their expiry live on real time, whatever the movable
 * clock says: the clients that sign know nothing of it.
 */
final class SignatureCheck {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration SKEW_OF_S3 = Duration.ofMinutes(15);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final AccessKeys keys;

    SignatureCheck(AccessKeys keys) {
        this.keys = keys;
    }

    /**
     * @param body what the signature must cover; empty for S3, which streams and whose storage checks the hash of its body
     * @throws AwsError as the service words it
     */
    Caller caller(Request request, Credential credential, Optional<byte[]> body) {
        SignatureErrors errors = SignatureErrors.of(credential.service());
        AccessKeys.Issued issued = keys.find(credential.keyId()).orElseThrow(errors::unknownKey);
        String time = time(request, credential);
        checkTime(request, credential, parse(time, errors), errors);
        String canonical = CanonicalRequest.of(request, credential, payloadHash(request, credential, body, errors));
        String toSign = String.join(
                "\n",
                Credential.ALGORITHM,
                time,
                credential.scope(),
                hex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
        byte[] expected = hmac(signingKey(issued.key().secret(), credential), toSign);
        if (!credential.signedHeaders().contains("host")
                || !MessageDigest.isEqual(
                        hex(expected).getBytes(StandardCharsets.US_ASCII),
                        credential.signature().getBytes(StandardCharsets.US_ASCII))) throw errors.wrong();
        return issued.caller();
    }

    private static String time(Request request, Credential credential) {
        String time = credential.presigned()
                ? Request.extractQueryParameters(request).getValue("X-Amz-Date")
                : request.getHeaders().get("X-Amz-Date");
        return time == null ? "" : time;
    }

    private static Instant parse(String time, SignatureErrors errors) {
        try {
            return TIME.parse(time, Instant::from);
        } catch (DateTimeParseException malformed) {
            throw errors.noDate();
        }
    }

    private static void checkTime(Request request, Credential credential, Instant signed, SignatureErrors errors) {
        Instant now = Instant.now();
        Duration skew = credential.service().equals("s3") ? SKEW_OF_S3 : SKEW;
        if (!TIME.format(signed).startsWith(credential.date())) throw errors.wrong();
        if (signed.isAfter(now.plus(skew))) throw errors.skewed(signed, now);
        if (credential.presigned()) {
            if (now.isAfter(signed.plus(lifetime(request, errors)))) throw errors.expired();
        } else if (signed.isBefore(now.minus(skew))) {
            throw errors.skewed(signed, now);
        }
    }

    private static Duration lifetime(Request request, SignatureErrors errors) {
        try {
            int seconds =
                    Integer.parseInt(Request.extractQueryParameters(request).getValue("X-Amz-Expires"));
            if (seconds >= 1 && seconds <= 604_800) return Duration.ofSeconds(seconds);
        } catch (NumberFormatException malformed) {
            throw errors.badLifetime();
        }
        throw errors.badLifetime();
    }

    private static String payloadHash(
            Request request, Credential credential, Optional<byte[]> body, SignatureErrors errors) {
        String declared = request.getHeaders().get("X-Amz-Content-Sha256");
        if (body.isEmpty()) return credential.presigned() || declared == null ? UNSIGNED : declared;
        String actual = hex(sha256(body.get()));
        if (declared != null && !declared.equals(actual)) throw errors.wrong();
        return actual;
    }

    private static byte[] signingKey(String secret, Credential credential) {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : credential.scope().split("/")) key = hmac(key, part);
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
