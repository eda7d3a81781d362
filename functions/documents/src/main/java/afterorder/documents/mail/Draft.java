package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.mail.MailContent.OrderedLine;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.SellerWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.settings.Seller;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A mail that is being written in one language, piece by piece. Texts are given by their names. */
final class Draft {
    private final Seller seller;
    private final Language language;
    private final Wording wording;
    private final String title;
    private String orderNumber = "";
    private String greeting;
    private String introduction = "";
    private final List<Fact> facts = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Fact> steps = new ArrayList<>();
    private String linesTitle = "";
    private List<OrderedLine> lines = List.of();
    private List<Fact> totals = List.of();
    private final List<Fact> notes = new ArrayList<>();

    /** @param title in words, also the subject */
    Draft(Seller seller, Language language, Wording wording, String title) {
        this.seller = seller;
        this.language = language;
        this.wording = wording;
        this.title = title;
        this.greeting = wording.text("greeting");
    }

    Draft greeting(String name, Object... values) {
        greeting = wording.text(name, values);
        return this;
    }

    Draft saying(String name, Object... values) {
        introduction = wording.text(name, values);
        return this;
    }

    /** In words that are put together already. */
    Draft introducing(String words) {
        introduction = words;
        return this;
    }

    Draft fact(String name, String value) {
        return fact(new Fact(wording.text(name), value));
    }

    Draft fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    /** Our number of the order, and the customer's own (S8). */
    Draft of(String orderNumber, Order order) {
        this.orderNumber = orderNumber;
        fact("order", orderNumber);
        order.customerOrderNumber().ifPresent(own -> fact("customer.order-number", own));
        return this;
    }

    Draft link(Link link) {
        links.add(link);
        return this;
    }

    Draft link(String name, URI address) {
        return link(new Link(wording.text(name), address));
    }

    /** What the reader should do: said before the lines. @param text in words */
    Draft step(String name, String text) {
        return step(new Fact(wording.text(name), text));
    }

    Draft step(Fact step) {
        steps.add(step);
        return this;
    }

    /** @param title in words */
    Draft lines(String title, List<OrderedLine> lines) {
        this.linesTitle = title;
        this.lines = lines;
        return this;
    }

    Draft totals(List<Fact> totals) {
        this.totals = totals;
        return this;
    }

    /** What else there is to say: after the lines. @param text in words */
    Draft note(String name, String text) {
        return note(new Fact(wording.text(name), text));
    }

    /** Both in the reader's language, the second about a value. */
    Draft note(String name, String text, String value) {
        return note(name, wording.text(text, value));
    }

    Draft note(Fact note) {
        notes.add(note);
        return this;
    }

    MailContent content() {
        return new MailContent(
                language.code(),
                title,
                greeting,
                introduction,
                facts,
                links,
                steps,
                linesTitle,
                lines,
                totals,
                notes,
                wording.text("mail.closing"),
                seller.name(),
                letterhead());
    }

    /** To somebody of ours. */
    Mail to(Email reader) {
        MailContent content = content();
        return new Mail(reader, title, PlainText.of(content), HtmlText.of(content));
    }

    /** To somebody of the customer's, who recognizes the order by its own number. */
    Mail to(Email reader, Order order) {
        return mail(reader, content(), orderNumber, order, wording);
    }

    static Mail mail(Email reader, MailContent content, String orderNumber, Order order, Wording wording) {
        String ours = content.title().contains(orderNumber)
                ? content.title()
                : wording.text("mail.subject.order", content.title(), orderNumber);
        String subject = order.customerOrderNumber()
                .map(own -> wording.text("mail.subject.own-number", ours, own))
                .orElse(ours);
        return new Mail(reader, subject, PlainText.of(content), HtmlText.of(content));
    }

    private List<String> letterhead() {
        SellerWording letterhead = new SellerWording(seller, wording);
        return List.of(
                seller.name() + ", " + letterhead.address().replace("\n", ", "),
                letterhead.seat() + ", " + letterhead.register(),
                letterhead.directors(),
                letterhead.telephone() + ", " + seller.email() + ", " + seller.website());
    }
}
