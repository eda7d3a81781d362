package afterorder.localcloud.function;

import java.time.Duration;
import java.util.List;

/**
 * What a function has done since the start of the local cloud.
 *
 * @param errors answers with {@code error}, of {@code invocations}
 * @param coldStarts environments that were started
 * @param durations of the latest 1,000 invocations, from the hand-over to the answer
 * @param startDurations of the latest 1,000 starts, until the first invocation was asked for
 * @param peakMemoryBytes the most that a process of it had resident
 */
public record FunctionStatistics(
        String function,
        long invocations,
        long errors,
        long coldStarts,
        List<Duration> durations,
        List<Duration> startDurations,
        long peakMemoryBytes) {}
