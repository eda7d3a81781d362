package afterorder.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long the same thing took, several times. */
record Durations(List<Duration> sorted) {

    static Durations of(List<Duration> durations) {
        return new Durations(durations.stream().sorted().toList());
    }

    /** @param share 0.5 for the median, 0.95, or 1 for the longest */
    String quantile(double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return seconds(sorted.get(Math.max(0, index)));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
