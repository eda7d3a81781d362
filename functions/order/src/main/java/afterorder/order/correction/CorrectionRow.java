package afterorder.order.correction;

import afterorder.order.OrderId;
import afterorder.order.Statement;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of one correction of an invoice.
 *
 * @param name made of the key under which it was wanted, so that a repetition finds it
 * @param requestHash as {@link Request} has it
 * @param issue absent until the document has its number
 */
public record CorrectionRow(
        OrderId orderId,
        String name,
        long version,
        Instant wantedAt,
        String requestHash,
        Wanted wanted,
        @Nullable Issue issue,
        Progress progress)
        implements WorkedRow {
    /** Longer than the function that issues it may run. */
    public static final Duration LONGEST_STEP = Duration.ofSeconds(120);

    public enum Status {
        WANTED,
        ISSUED,
        SENT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static CorrectionRow wanted(OrderId order, Request request, Wanted wanted, Instant now) {
        Progress begun = Progress.begun("correction of " + wanted.invoice() + " wanted: " + wanted.reason(), now)
                .awaiting(Deadline.NEXT_ATTEMPT, now);
        return new CorrectionRow(order, request.name(), 0, now, request.hash(), wanted, null, begun);
    }

    public Status status() {
        if (issue == null) return Status.WANTED;
        return issue.sentAt() == null ? Status.ISSUED : Status.SENT;
    }

    /** Whether that attempt may issue now: one that began to mail may be dead, which only {@code due-work} judges. */
    public boolean mayBeIssuedBy(int attempt) {
        boolean isMailed = issue != null && Objects.equals(issue.mailingAttempt(), attempt);
        boolean isAtRest = progress.isParked() && !progress.awaitsStep();
        return progress.attempt() == attempt && status() != Status.SENT && !isMailed && !isAtRest;
    }

    /** Its document has its number and date: the first write, before anything is made. */
    public CorrectionRow numbered(Issue issue, Instant now) {
        return with(issue, progress.awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP)));
    }

    /** Written before the mail is sent: this attempt sends it, and no repetition of it. */
    public CorrectionRow mailing(Instant now) {
        return numbered(issued().mailingIn(progress.attempt()), now);
    }

    /** @param missing letters of the document that no typeface has */
    public CorrectionRow sent(List<String> missing, Instant now) {
        Progress ended = progress.unparked()
                .advancing()
                .awaitingNothing()
                .noted(issued().number() + " sent", now)
                .documented(issued().number(), missing, now);
        return with(issued().sent(now), ended);
    }

    public CorrectionRow parked(Statement reason, Instant now) {
        return withProgress(progress.parkedFor(reason, List.of(), now));
    }

    /** The work goes on from where it stood. */
    public CorrectionRow retried(Instant now) {
        return withProgress(
                progress.unparked().advancing().noted("retried", now).awaiting(Deadline.NEXT_ATTEMPT, now));
    }

    @Override
    public RowKey key() {
        return RowKey.correction(orderId, name);
    }

    @Override
    public CorrectionRow withVersion(long version) {
        return new CorrectionRow(orderId, name, version, wantedAt, requestHash, wanted, issue, progress);
    }

    @Override
    public CorrectionRow withProgress(Progress progress) {
        return with(issue, progress);
    }

    @Override
    public Overdue<CorrectionRow> overdue(Instant now) {
        Optional<Deadline> overdue = progress.overdueAt(now);
        if (overdue.isEmpty()) return new Overdue.Nothing<>();
        return switch (overdue.get()) {
            case NEXT_ATTEMPT -> new Overdue.Begin<>(begun(now));
            case INVOICING ->
                Overdue.judged(this, Deadline.INVOICING, LONGEST_STEP, () -> begun(now), this::withProgress, now);
            case NOTICE -> Overdue.notices(this, this::withProgress, now);
            case LOST,
                    SENDING,
                    PURCHASE,
                    PURCHASING,
                    VERIFICATION,
                    DESK,
                    KEYS,
                    EXPORT,
                    KEPT,
                    RECORDING,
                    CONTACT,
                    FOLLOW_UP -> throw new IllegalStateException(key() + " corrects an invoice");
        };
    }

    private CorrectionRow begun(Instant now) {
        return withProgress(progress.nextAttempt().awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP)));
    }

    private Issue issued() {
        return Objects.requireNonNull(issue, "the document has no number yet");
    }

    private CorrectionRow with(@Nullable Issue issue, Progress progress) {
        return new CorrectionRow(orderId, name, version, wantedAt, requestHash, wanted, issue, progress);
    }
}
