package afterorder.localcloud.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** How many calls are answered in any minute of real time; calls that are refused do not count. */
final class RateLimit {

    private static final int CALLS_PER_MINUTE = 600;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Deque<Long> calls = new ArrayDeque<>();
    private int most = CALLS_PER_MINUTE;

    synchronized void set(int callsPerMinute) {
        most = callsPerMinute;
    }

    /** Counts a call, or tells after how many seconds the next one will be answered. */
    synchronized OptionalLong secondsToWait() {
        long now = System.nanoTime();
        while (!calls.isEmpty() && now - calls.getFirst() >= MINUTE) calls.removeFirst();
        if (calls.size() < most) {
            calls.addLast(now);
            return OptionalLong.empty();
        }
        long free = calls.stream().skip(calls.size() - (long) most).findFirst().orElse(now) + MINUTE;
        return OptionalLong.of(Math.ceilDiv(free - now, SECOND));
    }
}
