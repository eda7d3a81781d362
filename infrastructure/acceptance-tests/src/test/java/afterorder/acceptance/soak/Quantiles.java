package afterorder.acceptance.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long most took, and the slowest. */
final class Quantiles {
    private Quantiles() {}

    static String line(String what, List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-10s after p50 %.2f s, p95 %.2f s, p99 %.2f s, of %d",
                what,
                seconds(sorted, 0.5),
                seconds(sorted, 0.95),
                seconds(sorted, 0.99),
                sorted.size());
    }

    private static double seconds(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) return Double.NaN;
        int index = Math.max(0, (int) Math.ceil(share * sorted.size()) - 1);
        return sorted.get(index).toMillis() / 1000.0;
    }
}
