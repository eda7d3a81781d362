package afterorder.documents.wording;

import afterorder.order.billing.Invoice;

/** What an invoice says beside its lines, the same on paper and in XML. */
public final class InvoiceWording {
    private final Wording wording;

    public InvoiceWording(Wording wording) {
        this.wording = wording;
    }

    /** How much is to be paid, until when, under which reference. */
    public String terms(Invoice invoice) {
        return wording.text(
                "invoice.terms",
                wording.amount(invoice.totals().gross()),
                wording.date(invoice.dueOn()),
                invoice.number());
    }
}
