package afterorder.localcloud.clock;

import afterorder.localcloud.door.DoorBody;
import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /_local/clock} tells the moved time, {@code POST} moves it: {@code {"advance":"P30D"}} or {@code {"now":"..."}}. */
public final class ClockPage extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MovableClock clock;

    public ClockPage(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            switch (request.getMethod()) {
                case "GET" ->
                    answer(response, callback, 200, "now", clock.instant().toString());
                case "POST" -> {
                    move(Content.Source.asString(request, StandardCharsets.UTF_8));
                    answer(response, callback, 200, "now", clock.instant().toString());
                }
                default -> answer(response, callback, 405, "message", "GET tells the time, POST moves it");
            }
        } catch (IllegalArgumentException | DateTimeException refused) {
            answer(response, callback, 400, "message", String.valueOf(refused.getMessage()));
        }
        return true;
    }

    private void move(String body) {
        JsonNode wish = DoorBody.parse(body);
        if (wish.path("advance").isTextual()) {
            clock.advance(duration(wish.path("advance").asText()));
        } else if (wish.path("now").isTextual()) {
            clock.moveTo(OffsetDateTime.parse(wish.path("now").asText()).toInstant());
        } else {
            throw new IllegalArgumentException(
                    "say {\"advance\":\"P30D\"} or {\"now\":\"2026-12-15T09:00:00+01:00\"}, not " + body);
        }
    }

    /** A period counts in the calendar: from the 31st of January, a month goes to the end of February. */
    private Duration duration(String text) {
        if (text.contains("T")) return Duration.parse(text);
        Instant now = clock.instant();
        return Duration.between(now, now.atOffset(ZoneOffset.UTC).plus(Period.parse(text)));
    }

    private static void answer(Response response, Callback callback, int status, String name, String value) {
        Answer.json(response, callback, status, JSON.createObjectNode().put(name, value));
    }
}
