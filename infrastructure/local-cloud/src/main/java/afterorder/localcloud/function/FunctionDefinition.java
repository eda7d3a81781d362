package afterorder.localcloud.function;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function as the template describes it.
 *
 * @param logicalId its name in the template
 * @param name its name on Lambda
 * @param arn without version or alias
 * @param jar what {@code CodeUri} names
 * @param handler class, or {@code class::method}
 * @param environment the template's variables, resolved; 4 KB at the most, none of Lambda's own
 * @param timeout 1 to 900 seconds
 * @param memoryMegabytes 128 to 10,240
 * @param snapStart whether published versions start from a snapshot, so the hooks of {@code org.crac} are called
 * @param reservedConcurrency more invocations at a time than that are throttled
 */
public record FunctionDefinition(
        String logicalId,
        String name,
        String arn,
        Path jar,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        boolean snapStart,
        Optional<Integer> reservedConcurrency) {

    /** Bytes that names and values of all environment variables may have together. */
    public static final int ENVIRONMENT_LIMIT = 4096;

    /** Lambda sets these environment variables itself and refuses them in a function's configuration. */
    public static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    public FunctionDefinition {
        environment = Map.copyOf(environment);
        require(
                timeout.toSeconds() >= 1 && timeout.toSeconds() <= 900,
                logicalId + ": Timeout is 1 to 900 seconds, not " + timeout.toSeconds());
        require(
                memoryMegabytes >= 128 && memoryMegabytes <= 10_240,
                logicalId + ": MemorySize is 128 to 10240, not " + memoryMegabytes);
        environment.keySet().forEach(key -> requireAllowed(logicalId, key));
        int size = environment.entrySet().stream()
                .mapToInt(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
                .sum();
        require(size <= ENVIRONMENT_LIMIT, logicalId + ": the environment variables exceed 4 KB (" + size + ")");
    }

    /** The version that runs: SnapStart works on published versions only. */
    String version() {
        return snapStart ? "1" : "$LATEST";
    }

    private static void requireAllowed(String logicalId, String key) {
        require(!RESERVED.contains(key), logicalId + ": Lambda reserves the environment variable " + key);
        require(
                key.matches("[a-zA-Z][a-zA-Z0-9_]+"),
                logicalId + ": Lambda refuses the name of the environment variable " + key);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalArgumentException(otherwise);
    }
}
