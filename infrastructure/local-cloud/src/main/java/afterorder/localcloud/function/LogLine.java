package afterorder.localcloud.function;

import java.time.Instant;
import java.util.Optional;

/**
 * A line that a function wrote, or that Lambda writes about it.
 *
 * @param at moved time
 * @param environment which of the function's JVMs
 * @param requestId the invocation during which, or after which, it was written
 */
public record LogLine(Instant at, String environment, Optional<String> requestId, String text) {}
