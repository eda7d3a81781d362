package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal of an execution as a restart needs it. */
final class Recording {
    static final String ANSWERED = "TaskAnswered";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OUTCOMES = Set.of("TaskSucceeded", "TaskFailed", "TaskTimedOut");
    private static final Set<String> ENDS =
            Set.of("ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted");

    private final List<Event> events;

    Recording(List<Event> events) {
        this.events = events;
    }

    Event start() {
        return events.getFirst();
    }

    @Nullable
    Event end() {
        return events.stream()
                .filter(event -> ENDS.contains(event.type()))
                .findFirst()
                .orElse(null);
    }

    long lastId() {
        return events.stream().mapToLong(Event::id).max().orElse(0);
    }

    /** What to consume, by branch. */
    Map<String, List<Event>> branches() {
        return events.stream()
                .filter(event -> event.id() != 1 && !event.type().equals(ANSWERED))
                .collect(Collectors.groupingBy(Event::branch));
    }

    /** Tokens that may still be answered, or were without the Task going on. */
    Map<String, TaskToken> openTokens(Instant now) {
        Map<String, String> byBranch = new HashMap<>();
        for (Event event : events) {
            if (event.note().has("token") && event.id() > 0)
                byBranch.put(event.branch(), event.note().get("token").asText());
            if (OUTCOMES.contains(event.type())) byBranch.remove(event.branch());
        }
        Map<String, TaskToken> tokens = new HashMap<>();
        byBranch.values().forEach(token -> tokens.put(token, new TaskToken(now)));
        for (Event event : events) {
            TaskToken open = tokens.get(event.note().path("token").asText());
            if (open != null && event.type().equals(ANSWERED)) open.answer().complete(answer(event.note()));
        }
        return tokens;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TaskToken.Answer answer(ObjectNode note) {
        if (note.has("output"))
            return new TaskToken.Answer.Success(json(note.get("output").asText()));
        return new TaskToken.Answer.Failure(text(note, "error"), text(note, "cause"));
    }

    static @Nullable String text(JsonNode object, String name) {
        return object.has(name) ? object.get(name).asText() : null;
    }
}
