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
import afterorder.order.billing.Totals;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the mail of a confirmation, in the language that was wished for. To be shared by threads. */
public final class ConfirmationMails {
    /** Text and HTML together: with the encoding it stays under 1 MB, as many mail servers take no more. */
    private static final int MOST_BYTES = 800_000;

    private final Seller seller;
    private final Catalog catalog;

    public ConfirmationMails(Seller seller, Catalog catalog) {
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
        if (mail.bytes() <= MOST_BYTES) return mail;
        String instead = wording.text(
                "mail.confirmation.lines.in-document",
                wording.number(order.lines().size()));
        return Draft.mail(to, content.withoutLines(instead), number, order, wording);
    }

    private Draft draft(String title, String number, Wording wording) {
        return new Draft(seller, wording.language(), wording, wording.text(title) + " " + number);
    }

    private MailContent content(OrderConfirmation confirmation, URI link, Wording wording) {
        Order order = confirmation.order();
        Draft draft = draft("confirmation.title", confirmation.number(), wording)
                .saying(
                        confirmation.replaces().isPresent()
                                ? "mail.confirmation.corrected.intro"
                                : "mail.confirmation.intro",
                        replaced(confirmation, wording))
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

    /** Number and date of the confirmation that it takes the place of; nothing for the first. */
    private static Object[] replaced(OrderConfirmation confirmation, Wording wording) {
        return confirmation
                .replaces()
                .map(replaced -> new Object[] {replaced.number(), wording.date(replaced.issuedOn())})
                .orElse(new Object[0]);
    }

    private List<Fact> notes(OrderConfirmation confirmation, Wording wording) {
        ConfirmationWording notes = new ConfirmationWording(confirmation, wording);
        return Stream.concat(notes.purchases().stream(), notes.nextSteps(seller.email()).stream())
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
}
