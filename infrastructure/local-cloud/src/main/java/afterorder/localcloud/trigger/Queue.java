package afterorder.localcloud.trigger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue as a trigger reads it. */
public interface Queue {

    /**
     * @param maximum 1 to 10
     * @param wait up to 20 seconds, for the first message
     */
    List<Message> receive(int maximum, Duration wait);

    /** @param receipts of messages that are done with */
    void delete(List<String> receipts);

    /**
     * @param attributes SQS's own, their times moved: {@code SentTimestamp}, {@code ApproximateReceiveCount}...
     * @param messageAttributes the sender's
     */
    record Message(
            String id,
            String receipt,
            String body,
            String md5OfBody,
            Map<String, String> attributes,
            Map<String, Attribute> messageAttributes) {}

    /** @param type {@code String}, {@code Number} or {@code Binary}, perhaps with a suffix */
    record Attribute(String type, Optional<String> text, Optional<byte[]> binary) {}
}
