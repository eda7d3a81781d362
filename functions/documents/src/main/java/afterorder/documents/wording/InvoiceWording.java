package afterorder.documents.wording;

import afterorder.order.Money;
import afterorder.order.billing.Correction;
import afterorder.order.billing.Invoice;
import java.math.BigDecimal;
import java.util.Optional;

/** What an invoice says beside its lines, the same on paper and in XML. */
public final class InvoiceWording {
    private final Wording wording;

    public InvoiceWording(Wording wording) {
        this.wording = wording;
    }

    /** What it is called: no cancellation is ever called what Par. 14(2) UStG calls a recipient's own invoice. */
    public String title(Invoice invoice) {
        return wording.text(texts(invoice) + ".title");
    }

    /** Its number, by what that is called. */
    public Fact number(Invoice invoice) {
        String name = invoice.isCancellation() ? "cancellation.number" : "invoice.number";
        return new Fact(wording.text(name), invoice.number());
    }

    /** What it bills; or what it makes of which invoice, and why. */
    public String introduction(Invoice invoice) {
        String name = texts(invoice) + ".intro";
        return invoice.correction()
                .map(correction -> wording.text(
                        name,
                        correction.of().number(),
                        wording.date(correction.of().issuedOn()),
                        correction.reason()))
                .orElseGet(() -> wording.text(name));
    }

    /** The number of the invoice that it corrects; empty when it corrects none. */
    public Optional<Fact> corrected(Invoice invoice) {
        return invoice.correction()
                .map(correction ->
                        new Fact(wording.text("correction.of"), correction.of().number()));
    }

    private static String texts(Invoice invoice) {
        return switch (invoice.correction().orElse(null)) {
            case Correction.Cancels cancels -> cancels.wholly() ? "cancellation" : "correction";
            case Correction.Replaces replaces -> "replacement";
            case null -> "invoice";
        };
    }

    /** How much is to be paid, until when, under which reference; or how what was paid comes back. */
    public String terms(Invoice invoice) {
        Money total = invoice.totals().gross();
        return invoice.dueOn()
                .map(due -> wording.text("invoice.terms", wording.amount(total), wording.date(due), invoice.number()))
                .orElseGet(
                        () -> wording.text("cancellation.terms", wording.amount(total.times(BigDecimal.ONE.negate()))));
    }
}
