package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.wording.Wording;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.service.PerformanceRecord;
import afterorder.order.settings.Seller;
import java.net.URI;

/** Makes the mail that brings a performance record, to be signed off (S26). To be shared by threads. */
public final class RecordMails {
    private final Seller seller;

    public RecordMails(Seller seller) {
        this.seller = seller;
    }

    /**
     * @param to whom the team contacts at the customer's
     * @param document a link to the record
     * @param page where it is signed off, or objected to
     */
    public Mail record(PerformanceRecord record, Email to, URI document, URI page) {
        Order order = record.order();
        Wording wording = new Wording(record.language());
        String title = wording.text("performance-record.title") + " " + record.number();
        Draft draft = new Draft(seller, wording.language(), wording, title)
                .saying("record.intro", record.team())
                .fact("performance-record.number", record.number())
                .fact("order.date", wording.date(record.issuedOn()))
                .fact("performance-record.total", wording.text("duration", wording.duration(record.total())))
                .of(record.orderId().value(), order)
                .fact("team", record.team())
                .link(new Link(wording.text("record.document-link", record.number()), document))
                .link("record.link", page)
                .step("mail.to-do", wording.text("record.to-do"))
                .note("mail.question", "service.question", record.team());
        return ServiceDrafts.greet(draft, order).to(to, order);
    }
}
