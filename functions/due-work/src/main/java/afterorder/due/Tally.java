package afterorder.due;

import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one run saw of the rows that were due: the figures that alarms go by. */
final class Tally {
    private final Instant now;
    private final Set<RowKey> parked = new HashSet<>();
    private final Set<RowKey> unanswered = new HashSet<>();
    private long overdue;
    private Duration longest = Duration.ZERO;

    Tally(Instant now) {
        this.now = now;
    }

    /** @param due since when a row has had to be looked at */
    void finds(Instant due) {
        overdue++;
        Duration late = Duration.between(due, now);
        if (late.compareTo(longest) > 0) longest = late;
    }

    /** A row as it was found, also more than once. */
    void sees(WorkedRow row) {
        if (row.progress().isParked()) parked.add(row.key());
        if (isUnanswered(row)) unanswered.add(row.key());
    }

    boolean isUnanswered(WorkedRow row) {
        return row instanceof PurchaseRow purchase && purchase.isUnansweredForADay(now);
    }

    Map<String, Long> figures() {
        return Map.of(
                "OverdueRows",
                overdue,
                "OldestOverdueSeconds",
                longest.toSeconds(),
                "PurchasesOverADay",
                (long) unanswered.size(),
                "ParkedRows",
                (long) parked.size());
    }
}
