package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.wording.InvoiceWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Email;
import afterorder.order.billing.Invoice;
import java.util.ArrayList;
import java.util.List;

/** How a mail brings an invoice, or what takes one back: linked, and enclosed as far as the mail stays small enough. */
final class InvoiceMail {
    /** With its files: what larger mailboxes take (7 MB), less room for headers and for what is said of the files. */
    private static final int LARGEST_WITH_FILES = 7_000_000 - 50_000;

    private InvoiceMail() {}

    static Email payer(Invoice invoice) {
        return invoice.recipient().email();
    }

    static void link(List<InvoiceForm> forms, Invoice invoice, Draft draft, Wording wording) {
        String title = new InvoiceWording(wording).title(invoice);
        forms.forEach(
                form -> draft.link(new Link(wording.text(form.kind().label(), title, invoice.number()), form.link())));
    }

    static Mail bringing(List<InvoiceForm> forms, Invoice invoice, Draft draft, Wording wording) {
        link(forms, invoice, draft, wording);
        return enclosing(forms, invoice, draft);
    }

    /** With those files that leave the mail small enough for any mailbox; it says which they are, and which are not. */
    static Mail enclosing(List<InvoiceForm> forms, Invoice invoice, Draft draft) {
        Mail words = draft.to(payer(invoice), invoice.order());
        List<Enclosure> files = new ArrayList<>();
        for (InvoiceForm form : forms) {
            boolean fits = words.with(files).bytes() + form.file().bytesInMail() <= LARGEST_WITH_FILES;
            if (fits) files.add(form.file());
            draft.note(
                    "mail.enclosure",
                    fits ? "mail.enclosure.enclosed" : "mail.enclosure.linked",
                    form.file().name());
        }
        return draft.to(payer(invoice), invoice.order()).with(files);
    }
}
