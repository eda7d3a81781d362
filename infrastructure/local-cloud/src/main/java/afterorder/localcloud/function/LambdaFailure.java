package afterorder.localcloud.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An invocation that ended without an answer of the function, in Lambda's words. */
record LambdaFailure(String errorType, String errorMessage) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SIGNAL = 128;

    static LambdaFailure timedOut(String requestId, Duration timeout) {
        return new LambdaFailure(
                "Sandbox.Timedout",
                "RequestId: %s Error: Task timed out after %s seconds"
                        .formatted(requestId, String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0)));
    }

    static LambdaFailure exited(String requestId, int code) {
        String how =
                switch (code) {
                    case 0 -> "Runtime exited without providing a reason";
                    case SIGNAL + 9 -> "Runtime exited with error: signal: killed";
                    case SIGNAL + 6 -> "Runtime exited with error: signal: aborted (core dumped)";
                    case SIGNAL + 11 -> "Runtime exited with error: signal: segmentation fault (core dumped)";
                    case SIGNAL + 15 -> "Runtime exited with error: signal: terminated";
                    default -> "Runtime exited with error: exit status " + code;
                };
        return new LambdaFailure("Runtime.ExitError", "RequestId: %s Error: %s".formatted(requestId, how));
    }

    static LambdaFailure responseTooLarge(long size) {
        return new LambdaFailure(
                "Function.ResponseSizeTooLarge",
                "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                        .formatted(size, Invocation.RESPONSE_LIMIT));
    }

    static LambdaFailure notStarted(String requestId, String why) {
        return new LambdaFailure("Runtime.ExitError", "RequestId: %s Error: %s".formatted(requestId, why));
    }

    Functions.Answer answer() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("errorType", errorType);
        body.put("errorMessage", errorMessage);
        try {
            return new Functions.Answer(JSON.writeValueAsBytes(body), Optional.of("Unhandled"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
