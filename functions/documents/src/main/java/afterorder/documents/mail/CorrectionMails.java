package afterorder.documents.mail;

import afterorder.documents.wording.InvoiceWording;
import afterorder.documents.wording.Wording;
import afterorder.order.billing.Invoice;
import afterorder.order.settings.Seller;
import java.util.List;

/** Makes the mail that brings what corrects an invoice, to whom that is addressed. To be shared by threads. */
public final class CorrectionMails {
    private final Seller seller;

    public CorrectionMails(Seller seller) {
        this.seller = seller;
    }

    /** It is enclosed as far as it fits, and linked. */
    public Mail corrected(Invoice invoice, List<InvoiceForm> forms) {
        Wording wording = new Wording(invoice.language());
        InvoiceWording words = new InvoiceWording(wording);
        Draft draft = new Draft(seller, wording.language(), wording, words.title(invoice) + " " + invoice.number())
                .introducing(words.introduction(invoice))
                .fact(words.number(invoice))
                .fact(words.corrected(invoice).orElseThrow())
                .fact("total.gross", wording.amount(invoice.totals().gross()));
        invoice.dueOn().ifPresent(due -> draft.fact("invoice.due", wording.date(due)));
        draft.of(invoice.orderId().value(), invoice.order());
        if (invoice.isCancellation()) draft.note("cancellation.settlement", words.terms(invoice));
        return InvoiceMail.bringing(forms, invoice, draft, wording);
    }
}
