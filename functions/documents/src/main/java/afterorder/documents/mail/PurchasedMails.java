package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.Wording;
import afterorder.order.Email;
import afterorder.order.TechnicalContact;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.purchase.ContactAccount;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Makes the mails after a purchase, in the language of the documents that they bring. No mail holds a license key (design
 * rule 10). To be shared by threads.
 */
public final class PurchasedMails {
    private final Seller seller;
    private final Catalog catalog;

    public PurchasedMails(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    /** Who is registered with the vendor for a purchase, and what has become of the account there. */
    public record Registered(TechnicalContact contact, ContactAccount.Status account) {}

    /**
     * The mails after a purchase: one with all links; or, where invoice and delivery note are addressed to different
     * people, one for each, since the delivery note holds the keys. Each says where the licenses are now (S43). The invoice
     * is enclosed as far as it fits; the delivery note never is.
     */
    public List<Mail> purchased(
            Invoice invoice,
            DeliveryNote deliveryNote,
            Registered registered,
            List<InvoiceForm> forms,
            URI deliveryNoteLink) {
        Wording wording = new Wording(invoice.language());
        Fact account = account(invoice, registered, wording);
        Link toDeliveryNote =
                new Link(wording.text("mail.invoice.delivery-note-link", deliveryNote.number()), deliveryNoteLink);
        boolean isOne = InvoiceMail.payer(invoice).equals(receiver(deliveryNote));
        Draft first = invoiceDraft(invoice, isOne ? "mail.invoice.intro" : "mail.invoice-alone.intro", wording);
        InvoiceMail.link(forms, invoice, first, wording);
        if (isOne) first.link(toDeliveryNote);
        Mail toPayer = InvoiceMail.enclosing(forms, invoice, first.note(account));
        if (isOne) return List.of(toPayer);
        Draft second =
                deliveryNoteDraft(deliveryNote, wording).link(toDeliveryNote).note(account);
        return List.of(toPayer, second.to(receiver(deliveryNote), deliveryNote.order()));
    }

    /** The mail that tells the technical contact of the purchase (S43), unless the mails of the documents do. */
    public Optional<Mail> purchasedForContact(Invoice invoice, DeliveryNote deliveryNote, Registered registered) {
        Email contact = registered.contact().email();
        if (contact.equals(InvoiceMail.payer(invoice)) || contact.equals(receiver(deliveryNote)))
            return Optional.empty();
        ContactMails mails = new ContactMails(seller, catalog);
        return Optional.of(mails.purchased(
                invoice.orderId(), invoice.order(), registered.contact(), registered.account(), invoice.lines()));
    }

    private static Email receiver(DeliveryNote deliveryNote) {
        return deliveryNote.recipient().email();
    }

    private static Fact account(Invoice invoice, Registered registered, Wording wording) {
        AccountWording account =
                new AccountWording(registered.contact(), invoice.lines().values(), wording);
        return new Fact(wording.text("account"), account.toldToCustomer(registered.account()));
    }

    private Draft invoiceDraft(Invoice invoice, String introduction, Wording wording) {
        return draft("invoice.title", invoice.number(), wording)
                .saying(introduction)
                .fact("invoice.number", invoice.number())
                .fact("total.gross", wording.amount(invoice.totals().gross()))
                .fact("invoice.due", wording.date(invoice.dueOn().orElseThrow()))
                .fact("delivery-note.number", invoice.deliveryNoteNumber())
                .of(invoice.orderId().value(), invoice.order());
    }

    private Draft deliveryNoteDraft(DeliveryNote note, Wording wording) {
        return draft("delivery-note.title", note.number(), wording)
                .saying("mail.delivery-note.intro")
                .fact("delivery-note.number", note.number())
                .fact("invoice.number", note.invoiceNumber())
                .of(note.orderId().value(), note.order());
    }

    private Draft draft(String title, String number, Wording wording) {
        return new Draft(seller, wording.language(), wording, wording.text(title) + " " + number);
    }
}
