package afterorder.order.tax;

import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.row.Deadline;
import afterorder.order.row.Patience;
import afterorder.order.row.Progress;
import afterorder.order.settings.Seller;
import afterorder.order.tax.VatIdAnswer.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is known of the customer's VAT ID makes the tax of an invoice, or makes its row wait. */
public final class TaxChecking {
    private static final Patience WITH_REGISTER = new Patience(Duration.ofMinutes(1), Duration.ofHours(1));

    /** An invoice should be out by then (S46): staff is told. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private TaxChecking() {}

    /** The tax of an invoice for what was supplied then; empty while the VAT ID is to be asked about. */
    public static Optional<Tax> taxOf(Instant suppliedAt, Order order, VatIdRow known, Seller seller) {
        Tax tax = Tax.of(order.customer(), seller.vatPercent());
        if (!Tax.dependsOnVatId(order.customer())) return Optional.of(tax);
        if (known.decision() != null) {
            return Optional.of(known.decision().treatment().tax(seller.vatPercent()));
        }
        String vatId = Objects.requireNonNull(order.customer().vatId());
        return known.confirms(vatId, seller.dateAt(suppliedAt), seller) ? Optional.of(tax) : Optional.empty();
    }

    /** Staff decides, or has it asked once more. */
    public static Progress refuted(Progress progress, Statement refutation, Instant now) {
        return progress.unparked().advancing().parkedFor(refutation, List.of(), now);
    }

    /**
     * Asked again, ever less often, however long; after a day it is parked beside, so that staff is told once.
     *
     * @param since an invoice has been wanted
     */
    public static Progress unanswered(Progress progress, Instant since, Unavailable answer, Instant now) {
        if (Duration.between(since, now).compareTo(LONGEST_WAIT) < 0) {
            return progress.awaiting(Deadline.NEXT_ATTEMPT, now.plus(WITH_REGISTER.after(progress.fruitless())));
        }
        Progress parked = progress.advancing().parkedFor(Phrase.VAT_ID_UNCHECKED.with(answer.reason()), List.of(), now);
        return parked.awaiting(Deadline.NEXT_ATTEMPT, now.plus(WITH_REGISTER.longest()));
    }

    /** Whether it is parked for a VAT ID, so that the desk may decide. */
    public static boolean awaitsDecision(Progress progress) {
        if (progress.parked() == null) return false;
        return switch (progress.parked().reason().phrase()) {
            case VAT_ID_INVALID, VAT_ID_MISMATCH, VAT_ID_UNCHECKED -> true;
            default -> false;
        };
    }

    /** Invoicing goes on at once, as the desk decided. */
    public static Progress decided(Progress progress, VatIdRow.Decision decision, Instant now) {
        return progress.unparked()
                .advancing()
                .awaiting(Deadline.NEXT_ATTEMPT, now)
                .noted("VAT ID: the desk decided " + decision.treatment().code() + ": " + decision.reason(), now);
    }
}
