package afterorder.order.export;

import afterorder.order.OrderId;
import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The row of a customer's data exports, one a customer: its orders and documents are put into a ZIP, and the desk is mailed a
 * link to it. While one is under way nobody begins another.
 *
 * @param id of the row: made of the customer's number, in the form of an order's
 * @param number counts the customer's exports from 1
 * @param done whether nobody is to make the ZIP of that number any more: it is there, or was given up
 */
public record ExportRow(OrderId id, long version, String customerNumber, int number, boolean done, Progress progress)
        implements WorkedRow {
    /** Longer than the function customer-export may run. */
    public static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    private static final String SENDER = "customer-export";

    public static RowKey keyOf(String customerNumber) {
        return RowKey.export(OrderId.of(SENDER, customerNumber));
    }

    /** The first export of that customer. */
    public static ExportRow first(String customerNumber, Instant now) {
        Progress progress = Progress.begun("export 1 wanted", now).awaiting(Deadline.EXPORT, now);
        return new ExportRow(OrderId.of(SENDER, customerNumber), 0, customerNumber, 1, false, progress);
    }

    /** The next export of that customer; empty while one is under way. */
    public Optional<ExportRow> next(Instant now) {
        if (!done) return Optional.empty();
        Progress wanted =
                progress.advancing().awaiting(Deadline.EXPORT, now).noted("export " + (number + 1) + " wanted", now);
        return Optional.of(new ExportRow(id, version, customerNumber, number + 1, false, wanted));
    }

    /** Whether that export is still to be made. */
    public boolean awaits(int export) {
        return number == export && !done;
    }

    /** The ZIP is there: the desk is to be told. */
    public ExportRow exported(Instant now) {
        Progress exported = progress.awaitingNothing()
                .advancing()
                .noted("export " + number + " made", now)
                .owing(new Notice.Exported(number), now);
        return new ExportRow(id, version, customerNumber, number, true, exported);
    }

    /** So many attempts died or failed that nobody is to try again before somebody has looked: the desk is to be told. */
    private ExportRow givenUp(Instant now) {
        Progress givenUp = progress.awaitingNothing()
                .advancing()
                .noted("export " + number + " given up", now)
                .owing(new Notice.ExportFailed(number), now);
        return new ExportRow(id, version, customerNumber, number, true, givenUp);
    }

    /** Where the ZIP stands in the bucket of documents: the same at each attempt. */
    public String objectKey() {
        return "exports/" + id + "/export-" + number + ".zip";
    }

    @Override
    public RowKey key() {
        return RowKey.export(id);
    }

    @Override
    public ExportRow withVersion(long version) {
        return new ExportRow(id, version, customerNumber, number, done, progress);
    }

    @Override
    public ExportRow withProgress(Progress progress) {
        return new ExportRow(id, version, customerNumber, number, done, progress);
    }

    /** A later export tells of itself. */
    @Override
    public boolean hasSettled(Notice notice) {
        return switch (notice) {
            case Notice.Exported(int export) -> export != number;
            case Notice.ExportFailed(int export) -> export != number;
            default -> false;
        };
    }

    @Override
    public Overdue<ExportRow> overdue(Instant now) {
        Optional<Deadline> overdue = progress.overdueAt(now);
        if (overdue.isEmpty()) return new Overdue.Nothing<>();
        return switch (overdue.get()) {
            case EXPORT ->
                progress.fruitless() < Progress.MOST_ATTEMPTS
                        ? new Overdue.Begin<>(handedOver(now))
                        : new Overdue.Watch<>(givenUp(now));
            case NOTICE -> Overdue.notices(this, this::withProgress, now);
            case LOST,
                    SENDING,
                    PURCHASE,
                    NEXT_ATTEMPT,
                    PURCHASING,
                    INVOICING,
                    VERIFICATION,
                    DESK,
                    KEYS,
                    KEPT,
                    RECORDING,
                    CONTACT,
                    FOLLOW_UP -> throw new IllegalStateException(key() + " is an export's row");
        };
    }

    /** Two attempts at once write the same ZIP, so nobody judges whether the earlier one is dead. */
    private ExportRow handedOver(Instant now) {
        return withProgress(progress.nextAttempt().awaiting(Deadline.EXPORT, now.plus(LONGEST_RUN.multipliedBy(2))));
    }
}
