package afterorder.scheduling;

import afterorder.order.service.Change;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Performing;
import afterorder.order.service.Recording;

/** What a team wants that needs no more words. */
final class Steps {
    private Steps() {}

    /** The work is done. */
    static Wish close() {
        return (row, given) -> Recording.closed(row, given.now());
    }

    static Wish withdrawWork(int entry) {
        return (row, given) -> Performing.withdrawn(row, given.team(), entry, given.calendars(), given.now());
    }

    /** What is parked goes on from where it stood; the wish must not be asked about what never was, see {@link #mayRetry}. */
    static Wish retry() {
        return (row, given) ->
                row.progress().isParked() ? Change.changed(row.retried(given.now())) : new Change.Unchanged(row);
    }

    /** Whether it is parked, or was and is retried already. */
    static boolean mayRetry(EngagementRow row) {
        return row.progress().isParked()
                || row.progress().history().stream()
                        .anyMatch(entry -> entry.what().equals("retried"));
    }
}
