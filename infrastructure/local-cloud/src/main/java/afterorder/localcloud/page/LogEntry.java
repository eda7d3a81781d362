package afterorder.localcloud.page;

import afterorder.localcloud.function.LogLine;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A line of a function's log as people read it.
 *
 * @param level as the logger names it; empty for what was not written through it
 * @param text of several lines where a stack trace is in it
 */
record LogEntry(Instant at, String requestId, String level, String text) {

    /** Lambda's logger writes JSON around the message; that is taken off again. */
    static LogEntry of(LogLine line) {
        JsonNode json = Json.read(line.text());
        boolean wrapped = json.path("message").isTextual();
        return new LogEntry(
                line.at(),
                line.requestId().orElse(""),
                json.path("level").asText(),
                Json.pretty(wrapped ? json.path("message").textValue() : line.text())
                        .strip());
    }
}
