package afterorder.confirmation;

import static afterorder.order.DocumentKind.CONFIRMATION;

import afterorder.aws.LinkMaker;
import afterorder.aws.MailRefused;
import afterorder.aws.Mailer;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.PurchaseStarter;
import afterorder.aws.Rows;
import afterorder.documents.PdfDocuments;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.mail.ConfirmationMails;
import afterorder.documents.mail.Envelope;
import afterorder.documents.mail.Mail;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Phrase;
import afterorder.order.Retention;
import afterorder.order.confirmation.Keeping;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.feedback.MailId;
import afterorder.order.feedback.OrderMail;
import afterorder.order.link.Target;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Teams;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a confirmation, in the only order that holds: number, document, mail, purchases, their start. */
final class Confirming {
    private final Seller seller;
    private final Teams teams;
    private final PdfDocuments pdfs;
    private final ConfirmationMails mails;
    private final Rows rows;
    private final Orders orders;
    private final Numbers numbers;
    private final ObjectStore documents;
    private final LinkMaker links;
    private final Mailer mailer;
    private final PurchaseStarter purchases;

    Confirming(
            Settings settings,
            Rows rows,
            Orders orders,
            Numbers numbers,
            ObjectStore documents,
            LinkMaker links,
            Mailer mailer,
            PurchaseStarter purchases) {
        this.seller = settings.seller();
        this.teams = settings.teams();
        this.pdfs = new PdfDocuments(settings.seller(), settings.catalog());
        this.mails = new ConfirmationMails(settings.seller(), settings.catalog());
        this.rows = rows;
        this.orders = orders;
        this.numbers = numbers;
        this.documents = documents;
        this.links = links;
        this.mailer = mailer;
        this.purchases = purchases;
    }

    /** Makes a document that nobody gets. */
    void prime() {
        pdfs.prime();
    }

    void confirm(OrderId id, Instant now) {
        Orders.Placed placed = orders.find(id).orElseThrow(() -> new IllegalStateException("there is no order " + id));
        if (!placed.row().awaitsSending()) return;
        OrderRow sending = beginSending(placed.row(), now);
        Mailed mailed;
        try {
            mailed = send(OrderConfirmation.of(sending, placed.asItStands(), teams), sending.firstMail(), now);
        } catch (MailRefused refused) {
            rows.save(sending.parked(Phrase.CONFIRMATION_MAIL_REFUSED.with(refused.getMessage()), now));
            return;
        }
        recordSent(sending, mailed, placed.order(), now).forEach(purchase -> purchases.startIfDue(purchase, now));
    }

    /** From here on nobody else sends this confirmation, until due-work finds this attempt dead. */
    private OrderRow beginSending(OrderRow row, Instant now) {
        if (row.number().isPresent())
            return rows.save(row.sending(row.number().get(), row.confirmation().issuedOn(), now));
        LocalDate today = seller.dateAt(now);
        return numbers.take(
                List.of(CONFIRMATION), today.getYear(), taken -> row.sending(taken.get(CONFIRMATION), today, now));
    }

    /** What a mail has become. @param messageId its id @param missing letters of its document that no typeface has */
    private record Mailed(String messageId, List<String> missing) {}

    /** @param answered the mail of the confirmation that this one corrects */
    private Mailed send(OrderConfirmation confirmation, Optional<String> answered, Instant now) {
        String objectKey = CONFIRMATION.objectKey(confirmation.orderId(), confirmation.number());
        PdfFile pdf = pdfs.confirmation(confirmation);
        Retention retention = Retention.of(CONFIRMATION, confirmation.issuedOn(), seller.zone());
        documents.keep(objectKey, pdf.bytes(), "application/pdf", retention);
        Target document =
                new Target.Document(objectKey, confirmation.recipient().email(), confirmation.language());
        Mail mail = mails.confirmation(confirmation, links.linkTo(document, confirmation.orderId(), now));
        Envelope envelope = Envelope.of(seller, mailer.sender(), now).answering(answered);
        String messageId = mailer.send(
                MailId.of(RowKey.order(confirmation.orderId()), OrderMail.CONFIRMATION),
                mail.to(),
                mail.mime(envelope));
        return new Mailed(messageId, pdf.missing());
    }

    /**
     * SES has the mail, so the confirmation is sent, whatever became of the row since: only now purchases exist (S34), and
     * teams have engagements.
     *
     * @return the purchases that this call made; none when somebody else has recorded it
     */
    private List<PurchaseRow> recordSent(OrderRow sending, Mailed mailed, Order order, Instant now) {
        return rows.undisturbed(sending, row -> row.isSent() ? List.of() : sent(row, mailed, order, now));
    }

    private List<PurchaseRow> sent(OrderRow row, Mailed mailed, Order order, Instant now) {
        OrderRow sent =
                Keeping.begun(row.sent(mailed.messageId(), now).unprintable(mailed.missing(), now), seller.zone());
        return row.isDispatched()
                ? saved(sent, List.of(), List.of())
                : saved(sent, purchases(row, row.asItStands(order), now), engagements(row, order, now));
    }

    private List<PurchaseRow> saved(OrderRow sent, List<PurchaseRow> planned, List<EngagementRow> engagements) {
        List<Row> all = new ArrayList<>(planned);
        all.addAll(engagements);
        all.add(sent);
        rows.saveTogether(all);
        return planned.stream()
                .map(purchase -> purchase.withVersion(purchase.version() + 1))
                .toList();
    }

    /** @param order as it was placed */
    private List<EngagementRow> engagements(OrderRow row, Order order, Instant now) {
        return row.engagements().stream()
                .map(plan -> EngagementRow.planned(
                        row.id(), plan, row.commissioning(order, seller), teams.team(plan.team()), now))
                .toList();
    }

    private List<PurchaseRow> purchases(OrderRow row, Order order, Instant now) {
        return row.plans().stream()
                .map(plan -> PurchaseRow.scheduled(row.id(), plan, order.technicalContact(), seller, now))
                .toList();
    }
}
