package afterorder.order.purchase;

import afterorder.order.Amendments;
import afterorder.order.Money;
import afterorder.order.tax.Tax;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the billing of a purchase has got. Numbers and date stay through every attempt, so that each attempt makes the
 * same documents.
 *
 * @param tax as it was decided then, whatever the settings say later
 * @param amendments of the order as they were when the numbers were taken
 * @param mailingAttempt the attempt that began to mail them; a repetition within the same attempt must not
 */
public record Billing(
        String invoiceNumber,
        String deliveryNoteNumber,
        LocalDate issuedOn,
        Money total,
        Tax tax,
        Amendments amendments,
        @Nullable Integer mailingAttempt,
        @Nullable Instant sentAt) {

    public Billing mailingIn(int attempt) {
        return new Billing(invoiceNumber, deliveryNoteNumber, issuedOn, total, tax, amendments, attempt, sentAt);
    }

    public Billing sent(Instant now) {
        return new Billing(invoiceNumber, deliveryNoteNumber, issuedOn, total, tax, amendments, mailingAttempt, now);
    }
}
