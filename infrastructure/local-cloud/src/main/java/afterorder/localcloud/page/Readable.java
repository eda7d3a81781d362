package afterorder.localcloud.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** Times, lengths and statuses as people read them. */
final class Readable {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TO_THE_MILLISECOND = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final Set<String> GOOD = Set.of("sent", "invoiced", "succeeded", "done");
    private static final Set<String> BAD = Set.of("failed", "timed out", "aborted", "parked");
    private static final Set<String> UNDER_WAY = Set.of("received", "sending", "purchasing", "purchased", "running");

    private Readable() {}

    /** In UTC, as everywhere on the pages. */
    static String time(Instant time) {
        return TO_THE_SECOND.format(time.atOffset(ZoneOffset.UTC));
    }

    static String timeOfDay(Instant time) {
        return TO_THE_MILLISECOND.format(time.atOffset(ZoneOffset.UTC));
    }

    static String duration(Duration duration) {
        if (duration.toMillis() < 1000) return duration.toMillis() + " ms";
        if (duration.toMinutes() < 1) return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        if (duration.toHours() < 1) return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        if (duration.toDays() < 1) return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    static String size(long bytes) {
        if (bytes < 1000) return bytes + " bytes";
        if (bytes < 1_000_000) return String.format(Locale.ROOT, "%.1f KB", bytes / 1000.0);
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    static String words(ChronoUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** The class of a status in the stylesheet. */
    static String tone(String status) {
        if (GOOD.contains(status)) return "good";
        if (BAD.contains(status)) return "bad";
        return UNDER_WAY.contains(status) ? "under-way" : "at-rest";
    }
}
