package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.mail.MailContent.OrderedLine;
import afterorder.documents.wording.ConfirmationWording;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.TaxWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.TechnicalContact;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Tax;
import afterorder.order.billing.Totals;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.purchase.ContactAccount;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the mails of an order, in the order's language. No mail holds a license key (design rule 10). To be shared by threads. */
public final class Mails {
    /** Text and HTML together: with the encoding it stays under 1 MB, as many mail servers take no more. */
    private static final int MOST_BYTES = 800_000;

    private final Seller seller;
    private final Catalog catalog;

    public Mails(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    /** Lists every line as ordered (S4); only when that makes the mail too large, it says that the document does. */
    public Mail confirmation(OrderConfirmation confirmation, URI link) {
        Order order = confirmation.order();
        Wording wording = new Wording(confirmation.language());
        Email to = confirmation.recipient().email();
        MailContent content = content(confirmation, link, wording);
        String number = confirmation.orderId().value();
        Mail mail = Draft.mail(to, content, number, order, wording);
        if (bytes(mail) <= MOST_BYTES) return mail;
        String instead = wording.text(
                "mail.confirmation.lines.in-document",
                wording.number(order.lines().size()));
        return Draft.mail(to, content.withoutLines(instead), number, order, wording);
    }

    /** Who is registered with the vendor for a purchase, and what has become of the account there. */
    public record Registered(TechnicalContact contact, ContactAccount.Status account) {}

    /**
     * The mails after a purchase: one with both links; or, where invoice and delivery note are addressed to different
     * people, one for each, since the delivery note holds the keys. Each says where the licenses are now (S43).
     */
    public List<Mail> purchased(
            Invoice invoice, DeliveryNote deliveryNote, Registered registered, URI invoiceLink, URI deliveryNoteLink) {
        Wording wording = new Wording(invoice.language());
        Fact account = account(invoice, registered, wording);
        Link toInvoice = new Link(wording.text("mail.invoice.link", invoice.number()), invoiceLink);
        Link toDeliveryNote =
                new Link(wording.text("mail.invoice.delivery-note-link", deliveryNote.number()), deliveryNoteLink);
        if (payer(invoice).equals(receiver(deliveryNote))) {
            Draft both = invoiceDraft(invoice, "mail.invoice.intro", wording)
                    .link(toInvoice)
                    .link(toDeliveryNote)
                    .note(account);
            return List.of(both.to(payer(invoice), invoice.order()));
        }
        Draft first = invoiceDraft(invoice, "mail.invoice-alone.intro", wording)
                .link(toInvoice)
                .note(account);
        Draft second =
                deliveryNoteDraft(deliveryNote, wording).link(toDeliveryNote).note(account);
        return List.of(
                first.to(payer(invoice), invoice.order()), second.to(receiver(deliveryNote), deliveryNote.order()));
    }

    /** The mail that tells the technical contact of the purchase (S43), unless the mails of the documents do. */
    public Optional<Mail> purchasedForContact(Invoice invoice, DeliveryNote deliveryNote, Registered registered) {
        Email contact = registered.contact().email();
        if (contact.equals(payer(invoice)) || contact.equals(receiver(deliveryNote))) return Optional.empty();
        ContactMails mails = new ContactMails(seller, catalog);
        return Optional.of(mails.purchased(
                invoice.orderId(), invoice.order(), registered.contact(), registered.account(), invoice.lines()));
    }

    private static Email payer(Invoice invoice) {
        return invoice.recipient().email();
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
        return draft(invoice.order(), "invoice.title", invoice.number(), wording)
                .saying(introduction)
                .fact("invoice.number", invoice.number())
                .fact("total.gross", wording.amount(invoice.totals().gross()))
                .fact("invoice.due", wording.date(invoice.dueOn()))
                .fact("delivery-note.number", invoice.deliveryNoteNumber())
                .of(invoice.orderId().value(), invoice.order());
    }

    private Draft deliveryNoteDraft(DeliveryNote note, Wording wording) {
        return draft(note.order(), "delivery-note.title", note.number(), wording)
                .saying("mail.delivery-note.intro")
                .fact("delivery-note.number", note.number())
                .fact("invoice.number", note.invoiceNumber())
                .of(note.orderId().value(), note.order());
    }

    private Draft draft(Order order, String title, String number, Wording wording) {
        return new Draft(seller, wording.language(), wording, wording.text(title) + " " + number);
    }

    private MailContent content(OrderConfirmation confirmation, URI link, Wording wording) {
        Order order = confirmation.order();
        Draft draft = draft(order, "confirmation.title", confirmation.number(), wording)
                .saying("mail.confirmation.intro")
                .fact("confirmation.number", confirmation.number())
                .fact("order.date", wording.date(confirmation.issuedOn()))
                .of(confirmation.orderId().value(), order)
                .link(new Link(wording.text("mail.confirmation.link", confirmation.number()), link))
                .lines(wording.text("mail.confirmation.lines"), lines(order, wording))
                .totals(totals(order, wording));
        taxNote(confirmation, wording).ifPresent(draft::note);
        notes(confirmation, wording).forEach(draft::note);
        return draft.content();
    }

    private static List<Fact> notes(OrderConfirmation confirmation, Wording wording) {
        ConfirmationWording notes = new ConfirmationWording(confirmation, wording);
        return Stream.concat(notes.purchases().stream(), notes.nextSteps().stream())
                .toList();
    }

    private List<OrderedLine> lines(Order order, Wording wording) {
        LineWording lines = new LineWording(catalog, wording.language(), wording);
        return IntStream.rangeClosed(1, order.lines().size())
                .mapToObj(number -> new OrderedLine(
                        number,
                        lines.title(order.line(number)),
                        lines.details(order.line(number)),
                        lines.quantity(order.line(number)) + " × "
                                + lines.unitPrice(order.line(number), order.currency()),
                        lines.amount(order.line(number), order.currency())))
                .toList();
    }

    private List<Fact> totals(Order order, Wording wording) {
        return new TaxWording(wording).totals(Totals.of(order.lines(), tax(order), order.currency()));
    }

    private Optional<Fact> taxNote(OrderConfirmation confirmation, Wording wording) {
        Tax tax = tax(confirmation.order());
        return new ConfirmationWording(confirmation, wording)
                .tax(tax)
                .map(text -> new Fact(new TaxWording(wording).vat(tax), text));
    }

    private Tax tax(Order order) {
        return Tax.of(order.customer(), seller.vatPercent());
    }

    private static int bytes(Mail mail) {
        return mail.text().getBytes(StandardCharsets.UTF_8).length
                + mail.html().getBytes(StandardCharsets.UTF_8).length;
    }
}
