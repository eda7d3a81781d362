package afterorder.localcloud.queue;

import java.time.Instant;
import java.util.Map;

/**
 * A message as it is delivered.
 *
 * @param sent moved time
 * @param firstReceived moved time
 * @param receiveCount with this delivery, so at least 1
 * @param attributes its message attributes
 */
public record Message(
        String id,
        String receiptHandle,
        String body,
        Instant sent,
        Instant firstReceived,
        int receiveCount,
        Map<String, Attribute> attributes) {

    /**
     * A message attribute.
     *
     * @param type {@code String}, {@code Number} or {@code Binary}, with a custom type behind a dot
     * @param value text, or Base64 when binary
     */
    public record Attribute(String type, String value) {}
}
