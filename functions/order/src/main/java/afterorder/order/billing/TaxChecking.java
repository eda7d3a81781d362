package afterorder.order.billing;

import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import afterorder.order.tax.VatIdAnswer.Unavailable;
import afterorder.order.tax.VatIdRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is known of the customer's VAT ID makes the tax of an invoice, or makes its purchase wait. */
public final class TaxChecking {
    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

    /** An invoice should be out by then (S46): staff is told. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private TaxChecking() {}

    /** The tax of that purchase's invoice; empty while the VAT ID is to be asked about. */
    public static Optional<Tax> taxOf(PurchaseRow purchase, Order order, VatIdRow known, Seller seller) {
        Tax tax = Tax.of(order.customer(), seller.vatPercent());
        if (!Tax.dependsOnVatId(order.customer())) return Optional.of(tax);
        if (known.decision() != null) {
            return Optional.of(known.decision().treatment().tax(seller.vatPercent()));
        }
        String vatId = Objects.requireNonNull(order.customer().vatId());
        Instant suppliedAt = Objects.requireNonNull(purchase.sale(), "the purchase is not made yet")
                .purchasedAt();
        return known.confirms(vatId, seller.dateAt(suppliedAt), seller) ? Optional.of(tax) : Optional.empty();
    }

    /** Staff decides, or has it asked once more. */
    public static PurchaseRow refuted(PurchaseRow row, Statement refutation, Instant now) {
        return row.withProgress(row.progress().unparked().advancing().parkedFor(refutation, List.of(), now));
    }

    /** Asked again, ever less often, however long; after a day it is parked beside, so that staff is told once. */
    public static PurchaseRow unanswered(PurchaseRow row, Unavailable answer, Instant now) {
        Progress progress = row.progress();
        Instant since = Objects.requireNonNull(row.sale(), "the purchase is not made yet")
                .purchasedAt();
        if (Duration.between(since, now).compareTo(LONGEST_WAIT) < 0) {
            Duration grown = FIRST_PATIENCE.multipliedBy(1L << Math.min(progress.fruitless(), 6));
            Duration wait = grown.compareTo(LONGEST_PATIENCE) < 0 ? grown : LONGEST_PATIENCE;
            return row.withProgress(progress.awaiting(Deadline.NEXT_ATTEMPT, now.plus(wait)));
        }
        Progress parked = progress.advancing().parkedFor(Phrase.VAT_ID_UNCHECKED.with(answer.reason()), List.of(), now);
        return row.withProgress(parked.awaiting(Deadline.NEXT_ATTEMPT, now.plus(LONGEST_PATIENCE)));
    }

    /** Invoicing goes on at once, as the desk decided. */
    public static PurchaseRow decided(PurchaseRow row, VatIdRow.Decision decision, Instant now) {
        Progress next = row.progress()
                .unparked()
                .advancing()
                .awaiting(Deadline.NEXT_ATTEMPT, now)
                .noted("VAT ID: the desk decided " + decision.treatment().code() + ": " + decision.reason(), now);
        return row.withProgress(next);
    }
}
