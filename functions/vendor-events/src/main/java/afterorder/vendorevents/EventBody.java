package afterorder.vendorevents;

import afterorder.order.Json;
import afterorder.order.purchase.VendorEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** An event as the vendor writes it; of what it tells, only which event of which order is of use to us. */
final class EventBody {
    private static final String TYPE = "order-changed";
    private static final int LONGEST_ID = 100;

    private EventBody() {}

    /** Empty when it is no event. */
    static Optional<VendorEvent> read(byte[] body) {
        try {
            JsonNode event = Json.MAPPER.readTree(body);
            String id = event.path("id").asText();
            boolean isEvent = event.path("type").asText().equals(TYPE)
                    && isText(event.path("id"))
                    && id.length() <= LONGEST_ID
                    && isText(event.path("reference"));
            return isEvent
                    ? Optional.of(new VendorEvent(id, event.path("reference").asText()))
                    : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.asText().isBlank();
    }
}
