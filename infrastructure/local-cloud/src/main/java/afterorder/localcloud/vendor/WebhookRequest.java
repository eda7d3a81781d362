package afterorder.localcloud.vendor;

import afterorder.localcloud.door.JsonFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One delivery of an event: signed over its timestamp and raw bytes.
 *
 * @param sentAt of business time
 */
record WebhookRequest(Event event, Instant sentAt, String secret) {

    private static final Duration PATIENCE = Duration.ofSeconds(35); // longer than an HTTP API gives its function

    /** @param at when the order got its outcome */
    record Event(String id, String type, String reference, Instant at) {}

    HttpRequest to(URI address) {
        String timestamp = Long.toString(sentAt.getEpochSecond());
        byte[] body = body();
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Webhook-Timestamp", timestamp)
                .header("Webhook-Signature", "v1=" + signature(timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] body() {
        try {
            return JsonFile.JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event cannot be written as JSON", impossible);
        }
    }

    private String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot sign with HMAC-SHA256", impossible);
        }
    }
}
