package afterorder.order.purchase;

import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the license keys of a billed purchase are deleted: 90 days after the end of their term, each key for itself. The delivery
 * note keeps what it says.
 */
public final class KeyDeletion {
    private static final int DAYS_AFTER_TERM = 90;

    /** A message that got lost is sent again after this. */
    private static final Duration DELETION_MAY_TAKE = Duration.ofHours(1);

    private KeyDeletion() {}

    /** When the first of these keys is to go; empty when there is none. */
    public static Optional<Instant> next(List<Entitlement> sold, ZoneId zone) {
        return sold.stream()
                .filter(Entitlement::hasKey)
                .map(license -> goesAt(license, zone))
                .min(Instant::compareTo);
    }

    /** The same licenses, without the keys whose time is over. */
    public static List<Entitlement> remaining(List<Entitlement> sold, ZoneId zone, Instant now) {
        return sold.stream()
                .map(license -> goesAt(license, zone).isAfter(now) ? license : license.withKey(null))
                .toList();
    }

    /** The row is looked at when the first of its keys is to go. */
    public static PurchaseRow awaited(PurchaseRow row, List<Entitlement> sold, ZoneId zone) {
        return row.withProgress(next(sold, zone)
                .map(time -> row.progress().beside(Deadline.KEYS, time))
                .orElseGet(() -> row.progress().without(Deadline.KEYS)));
    }

    static Overdue<PurchaseRow> overdue(PurchaseRow row, Instant now) {
        return new Overdue.ForgetKeys<>(
                row.withProgress(row.progress().beside(Deadline.KEYS, now.plus(DELETION_MAY_TAKE))));
    }

    /** Whether a message that asks for it has something to do with this row. */
    public static boolean isAwaitedBy(PurchaseRow row) {
        return row.progress().deadlines().containsKey(Deadline.KEYS) && row.sale() != null;
    }

    private static Instant goesAt(Entitlement license, ZoneId zone) {
        LocalDate lastDay = license.endsOn().plusDays(DAYS_AFTER_TERM);
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
