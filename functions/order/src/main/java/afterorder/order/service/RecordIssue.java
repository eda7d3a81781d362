package afterorder.order.service;

import afterorder.order.Amendments;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the performance record's document has got. Number and date stay through every attempt, so that each makes the same
 * document.
 *
 * @param number {@code LN-2026-00017}
 * @param issuedOn in the seller's zone
 * @param amendments of the order, as they were when it got its number
 * @param mailingAttempt the attempt that began to mail it; a repetition within the same attempt must not
 * @param sentAt absent until SES took its mail
 */
public record RecordIssue(
        String number,
        LocalDate issuedOn,
        Amendments amendments,
        @Nullable Integer mailingAttempt,
        @Nullable Instant sentAt) {

    RecordIssue mailingIn(int attempt) {
        return new RecordIssue(number, issuedOn, amendments, attempt, sentAt);
    }

    RecordIssue sent(Instant now) {
        return new RecordIssue(number, issuedOn, amendments, mailingAttempt, now);
    }
}
