package afterorder.localcloud.function;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts what one function does. */
final class StatisticsRecorder {
    private static final int KEPT = 1000;

    private final Deque<Duration> durations = new ArrayDeque<>();
    private final Deque<Duration> startDurations = new ArrayDeque<>();
    private long invocations;
    private long errors;
    private long coldStarts;
    private long peakMemoryBytes;

    synchronized void started() {
        coldStarts++;
    }

    synchronized void ready(Duration after) {
        keep(startDurations, after);
    }

    synchronized void answered(Functions.Answer answer, Duration duration) {
        invocations++;
        if (answer.error().isPresent()) errors++;
        keep(durations, duration);
    }

    synchronized void memory(long bytes) {
        peakMemoryBytes = Math.max(peakMemoryBytes, bytes);
    }

    synchronized FunctionStatistics of(String function) {
        return new FunctionStatistics(
                function,
                invocations,
                errors,
                coldStarts,
                List.copyOf(durations),
                List.copyOf(startDurations),
                peakMemoryBytes);
    }

    private static void keep(Deque<Duration> ring, Duration duration) {
        if (ring.size() == KEPT) ring.removeFirst();
        ring.addLast(duration);
    }
}
