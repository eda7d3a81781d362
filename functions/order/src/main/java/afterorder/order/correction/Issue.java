package afterorder.order.correction;

import afterorder.order.tax.Tax;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the document of a correction has got. Number, date and tax stay through every attempt, so that each makes the same
 * document.
 *
 * @param issuedOn in the seller's zone
 * @param tax as it was decided then; that of a cancellation is its invoice's
 * @param mailingAttempt the attempt that began to mail it; a repetition within the same attempt must not
 */
public record Issue(
        String number,
        LocalDate issuedOn,
        Tax tax,
        @Nullable Integer mailingAttempt,
        @Nullable Instant sentAt) {

    Issue mailingIn(int attempt) {
        return new Issue(number, issuedOn, tax, attempt, sentAt);
    }

    Issue sent(Instant now) {
        return new Issue(number, issuedOn, tax, mailingAttempt, now);
    }
}
