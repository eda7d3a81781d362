package afterorder.order.row;

import java.time.Duration;

/** How long is waited before something is tried again: twice as long each time, and never longer than the longest. */
public record Patience(Duration first, Duration longest) {
    /** So often that any longest is reached, and far from an overflow. */
    private static final int MOST_DOUBLINGS = 16;

    /** @param times that it was tried in vain before */
    public Duration after(int times) {
        Duration grown = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
