package afterorder.localcloud.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What went wrong, as an event tells it. */
record Failure(String error, String cause) {

    static Optional<Failure> in(JsonNode details) {
        if (!details.has("error") && !details.has("cause")) return Optional.empty();
        return Optional.of(new Failure(
                details.path("error").asText("without a name"),
                details.path("cause").asText("")));
    }

    String text() {
        return cause.isEmpty() ? error : error + ": " + cause;
    }
}
