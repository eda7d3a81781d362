package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.wording.Wording;
import afterorder.order.DocumentKind;
import afterorder.order.Order;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The mails that tell the customer what was changed (S35, S36), where the confirmation went; and new links to documents. */
final class CustomerNotices {
    private final Seller seller;
    private final Catalog catalog;

    CustomerNotices(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    Mail moved(Notice.Moved moved, Matter matter) {
        Wording wording = wording(matter);
        Draft draft = draft("moved", List.of(moved.purchase()), matter, wording)
                .fact("moved.from", wording.date(moved.from()))
                .fact("moved.to", wording.date(moved.to()))
                .note("mail.next", wording.text("moved.next"));
        return mail(draft, matter, wording);
    }

    Mail calledOff(Notice.CalledOff calledOff, Matter matter) {
        Wording wording = wording(matter);
        Draft draft = draft("called-off", List.of(calledOff.purchase()), matter, wording)
                .fact("called-off.planned", wording.date(calledOff.planned()));
        return mail(draft, matter, wording);
    }

    Mail contactChanged(Notice.ContactChanged changed, Matter matter) {
        Wording wording = wording(matter);
        Draft draft = draft("contact-changed", changed.purchases(), matter, wording)
                .fact("contact", changed.to().address());
        return mail(draft, matter, wording);
    }

    /** In the language, and to the address, that the earlier link was mailed in. */
    Mail newLink(Notice.NewLink asked, Matter matter, URI link) {
        return linking("new-link", asked.document(), matter, link);
    }

    /** In the document's language. */
    Mail redelivered(Notice.Redelivered again, Matter matter, URI link) {
        return linking("redelivered", again.document(), matter, link);
    }

    private Mail linking(String texts, Target.Document document, Matter matter, URI link) {
        Wording wording = new Wording(document.language());
        String title = wording.text(texts + ".title", document.number(), matter.orderNumber());
        return new Draft(seller, wording.language(), wording, title)
                .saying(texts + ".intro")
                .of(matter.orderNumber(), matter.order())
                .link(new Link(wording.text("new-link.link", document.number()), link))
                .note("mail.question", wording.text(texts + ".question", seller.email()))
                .to(document.reader(), matter.order());
    }

    private Draft draft(String texts, List<Integer> purchases, Matter matter, Wording wording) {
        Order order = matter.order();
        String title = wording.text(texts + ".title", matter.orderNumber());
        Draft draft = new Draft(seller, order.language(), wording, title)
                .saying(texts + ".intro")
                .of(matter.orderNumber(), order)
                .fact("purchase.number", purchases.stream().map(wording::number).collect(Collectors.joining(", ")));
        return UnpricedLines.licenses(matter.lines(purchases), catalog, order.language(), wording)
                .into(draft);
    }

    private Mail mail(Draft draft, Matter matter, Wording wording) {
        Order order = matter.order();
        return draft.note("mail.question", wording.text("mail.question.text", seller.email()))
                .to(order.recipient(DocumentKind.CONFIRMATION).email(), order);
    }

    private static Wording wording(Matter matter) {
        return new Wording(matter.order().language());
    }
}
