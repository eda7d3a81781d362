package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.mail.MailContent.OrderedLine;
import afterorder.documents.wording.ConfirmationWording;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.SellerWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Totals;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        Wording wording = new Wording(order.language());
        Email to = confirmation.recipient().email();
        MailContent content = content(confirmation, link, wording);
        Mail mail = mail(to, content, order, wording);
        if (bytes(mail) <= MOST_BYTES) return mail;
        String instead = wording.text(
                "mail.confirmation.lines.in-document",
                wording.number(order.lines().size()));
        return mail(to, content.withoutLines(instead), order, wording);
    }

    /**
     * The mails after a purchase: one with both links; or, where invoice and delivery note are addressed to different
     * people, one for each, since the delivery note holds the keys.
     */
    public List<Mail> purchased(Invoice invoice, DeliveryNote deliveryNote, URI invoiceLink, URI deliveryNoteLink) {
        Wording wording = new Wording(invoice.order().language());
        Link toInvoice = new Link(wording.text("mail.invoice.link", invoice.number()), invoiceLink);
        Link toDeliveryNote =
                new Link(wording.text("mail.invoice.delivery-note-link", deliveryNote.number()), deliveryNoteLink);
        Email payer = invoice.recipient().email();
        Email receiver = deliveryNote.recipient().email();
        if (payer.equals(receiver)) {
            return List.of(invoiceMail(invoice, "mail.invoice.intro", List.of(toInvoice, toDeliveryNote), wording));
        }
        return List.of(
                invoiceMail(invoice, "mail.invoice-alone.intro", List.of(toInvoice), wording),
                deliveryNoteMail(deliveryNote, List.of(toDeliveryNote), wording));
    }

    private Mail invoiceMail(Invoice invoice, String introduction, List<Link> links, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(wording, "invoice.number", invoice.number()));
        facts.add(fact(wording, "total.gross", wording.amount(invoice.totals().gross())));
        facts.add(fact(wording, "invoice.due", wording.date(invoice.dueOn())));
        facts.add(fact(wording, "delivery-note.number", invoice.deliveryNoteNumber()));
        String title = wording.text("invoice.title") + " " + invoice.number();
        MailContent content = brief(invoice.order(), invoice.orderId(), title, introduction, facts, links, wording);
        return mail(invoice.recipient().email(), content, invoice.order(), wording);
    }

    private Mail deliveryNoteMail(DeliveryNote note, List<Link> links, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(wording, "delivery-note.number", note.number()));
        facts.add(fact(wording, "invoice.number", note.invoiceNumber()));
        String title = wording.text("delivery-note.title") + " " + note.number();
        MailContent content =
                brief(note.order(), note.orderId(), title, "mail.delivery-note.intro", facts, links, wording);
        return mail(note.recipient().email(), content, note.order(), wording);
    }

    /** A mail that only names its documents. */
    private MailContent brief(
            Order order,
            OrderId id,
            String title,
            String introduction,
            List<Fact> facts,
            List<Link> links,
            Wording wording) {
        facts.add(fact(wording, "order", id.value()));
        order.customerOrderNumber().ifPresent(own -> facts.add(fact(wording, "customer.order-number", own)));
        return new MailContent(
                order.language().code(),
                title,
                wording.text("greeting"),
                wording.text(introduction),
                facts,
                links,
                "",
                List.of(),
                List.of(),
                List.of(),
                wording.text("mail.closing"),
                seller.name(),
                letterhead(wording));
    }

    private MailContent content(OrderConfirmation confirmation, URI link, Wording wording) {
        Order order = confirmation.order();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(wording, "confirmation.number", confirmation.number()));
        facts.add(fact(wording, "order.date", wording.date(confirmation.issuedOn())));
        facts.add(fact(wording, "order", confirmation.orderId().value()));
        order.customerOrderNumber().ifPresent(own -> facts.add(fact(wording, "customer.order-number", own)));
        return new MailContent(
                order.language().code(),
                wording.text("confirmation.title") + " " + confirmation.number(),
                wording.text("greeting"),
                wording.text("mail.confirmation.intro"),
                facts,
                List.of(new Link(wording.text("mail.confirmation.link", confirmation.number()), link)),
                wording.text("mail.confirmation.lines"),
                lines(order, wording),
                totals(order, wording),
                notes(confirmation, wording),
                wording.text("mail.closing"),
                seller.name(),
                letterhead(wording));
    }

    private static List<Fact> notes(OrderConfirmation confirmation, Wording wording) {
        ConfirmationWording notes = new ConfirmationWording(confirmation, wording);
        return Stream.concat(notes.purchases().stream(), notes.nextSteps().stream())
                .toList();
    }

    private List<OrderedLine> lines(Order order, Wording wording) {
        LineWording lines = new LineWording(catalog, order.language(), wording);
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
        Totals totals = Totals.of(order.lines(), seller.vatPercent(), order.currency());
        return List.of(
                fact(wording, "total.net", wording.amount(totals.net())),
                new Fact(wording.text("total.vat", wording.number(totals.vatPercent())), wording.amount(totals.vat())),
                fact(wording, "total.gross", wording.amount(totals.gross())));
    }

    private List<String> letterhead(Wording wording) {
        SellerWording letterhead = new SellerWording(seller, wording);
        return List.of(
                seller.name() + ", " + letterhead.address().replace("\n", ", "),
                letterhead.seat() + ", " + letterhead.register(),
                letterhead.directors(),
                letterhead.telephone() + ", " + seller.email() + ", " + seller.website());
    }

    private static Fact fact(Wording wording, String name, String value) {
        return new Fact(wording.text(name), value);
    }

    private static Mail mail(Email to, MailContent content, Order order, Wording wording) {
        String subject = order.customerOrderNumber()
                .map(own -> wording.text("mail.subject.own-number", content.title(), own))
                .orElse(content.title());
        return new Mail(to, subject, PlainText.of(content), HtmlText.of(content));
    }

    private static int bytes(Mail mail) {
        return mail.text().getBytes(StandardCharsets.UTF_8).length
                + mail.html().getBytes(StandardCharsets.UTF_8).length;
    }
}
