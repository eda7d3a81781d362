package afterorder.localcloud.workflow.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A Task that waits for somebody's answer. The token's text tells the execution, and survives a restart with it. */
public final class TaskToken {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile Instant lastHeartbeat;

    /** How a waiting Task ends. */
    public sealed interface Answer {
        /** What {@code SendTaskSuccess} brings. */
        record Success(JsonNode output) implements Answer {}

        /** What {@code SendTaskFailure} brings. */
        record Failure(@Nullable String error, @Nullable String cause) implements Answer {}

        /** Nothing came in time. */
        record TimedOut(boolean heartbeatMissed) implements Answer {}
    }

    TaskToken(Instant opened) {
        this.lastHeartbeat = opened;
    }

    static String create(String executionArn) {
        String text = executionArn + "|" + UUID.randomUUID();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The ARN of the execution that a token is of; empty where it is no token. */
    public static Optional<String> execution(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int end = text.lastIndexOf('|');
            return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    Instant lastHeartbeat() {
        return lastHeartbeat;
    }

    void beat(Instant now) {
        lastHeartbeat = now;
    }
}
