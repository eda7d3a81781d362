package afterorder.scheduling;

import static afterorder.order.DocumentKind.PERFORMANCE_RECORD;

import afterorder.aws.LinkMaker;
import afterorder.aws.MailRefused;
import afterorder.aws.Mailer;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Rows;
import afterorder.documents.PdfDocuments;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.mail.Envelope;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.RecordMails;
import afterorder.order.Email;
import afterorder.order.Phrase;
import afterorder.order.Retention;
import afterorder.order.feedback.MailId;
import afterorder.order.feedback.OrderMail;
import afterorder.order.link.Target;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.PerformanceEntry;
import afterorder.order.service.PerformanceRecord;
import afterorder.order.service.RecordIssue;
import afterorder.order.service.Recording;
import afterorder.order.service.Side;
import afterorder.order.settings.Seller;
import afterorder.scheduling.Engagements.Found;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The steps of issuing a performance record: number, document, mail, in an order that a crash anywhere leaves repeatable. */
final class RecordIssuing {
    private static final String PDF = "application/pdf";

    private final Seller seller;
    private final Rows rows;
    private final Engagements engagements;
    private final Numbers numbers;
    private final PdfDocuments pdfs;
    private final ObjectStore documents;
    private final LinkMaker links;
    private final RecordMails mails;
    private final Mailer mailer;

    RecordIssuing(
            Seller seller,
            Rows rows,
            Engagements engagements,
            Numbers numbers,
            PdfDocuments pdfs,
            ObjectStore documents,
            LinkMaker links,
            Mailer mailer) {
        this.seller = seller;
        this.rows = rows;
        this.engagements = engagements;
        this.numbers = numbers;
        this.pdfs = pdfs;
        this.documents = documents;
        this.links = links;
        this.mails = new RecordMails(seller);
        this.mailer = mailer;
    }

    void issue(RowKey key, int attempt, Instant now) {
        Found found = engagements.find(key).orElseThrow(() -> new IllegalStateException("there is no row " + key));
        if (!found.row().mayBeRecordedBy(attempt)) return;
        boolean isNumbered = found.row().performance().issue() != null;
        deliver(isNumbered ? found : found.with(numbered(found, now)), now);
    }

    private EngagementRow numbered(Found found, Instant now) {
        LocalDate today = seller.dateAt(now);
        return numbers.take(List.of(PERFORMANCE_RECORD), today.getYear(), taken -> {
            String number = taken.get(PERFORMANCE_RECORD);
            RecordIssue issue =
                    new RecordIssue(number, today, found.placed().row().amendments(), null, null);
            return Recording.numbered(found.row(), issue, now);
        });
    }

    private void deliver(Found found, Instant now) {
        PerformanceRecord record = record(found);
        String objectKey = PERFORMANCE_RECORD.objectKey(record.orderId(), record.number());
        PdfFile pdf = pdfs.performanceRecord(record);
        Retention retention = Retention.of(PERFORMANCE_RECORD, record.issuedOn(), seller.zone());
        documents.keep(objectKey, pdf.bytes(), PDF, retention);
        EngagementRow mailing = rows.save(Recording.mailing(found.row(), now));
        Mail mail = mail(found, record, objectKey, now);
        try {
            mailer.send(
                    MailId.of(mailing.key(), OrderMail.PERFORMANCE_RECORD), mail.to(), mail.mime(envelope(found, now)));
        } catch (MailRefused refused) {
            rows.save(mailing.parked(Phrase.RECORD_MAIL_REFUSED.with(refused.getMessage()), now));
            return;
        }
        rows.record(
                mailing,
                row -> row.isRecordSent() ? Optional.empty() : Optional.of(Recording.sent(row, pdf.missing(), now)));
    }

    private static PerformanceRecord record(Found found) {
        EngagementRow row = found.row();
        RecordIssue issue = Objects.requireNonNull(row.performance().issue(), "the record has no number yet");
        List<PerformanceEntry> entries = row.performance().entries().stream()
                .sorted(Comparator.comparing(PerformanceEntry::from))
                .toList();
        return new PerformanceRecord(
                row.orderId(),
                issue.number(),
                issue.issuedOn(),
                row.number(),
                found.team().name(),
                found.team().zone(),
                issue.amendments().of(found.placed().order()),
                row.lines(),
                entries);
    }

    /** To whom the team deals with, at the address that is right now. */
    private Mail mail(Found found, PerformanceRecord record, String objectKey, Instant now) {
        Email to = found.order().contactForServices().email();
        Target document = new Target.Document(objectKey, to, record.language());
        Target page = new Target.Engagement(found.row().number(), Side.CUSTOMER);
        URI documentLink = links.linkTo(document, record.orderId(), now);
        return mails.record(record, to, documentLink, links.linkTo(page, record.orderId(), now));
    }

    private Envelope envelope(Found found, Instant now) {
        return Envelope.of(seller, mailer.sender(), now)
                .answering(found.placed().row().firstMail())
                .repliedTo(found.team().email());
    }
}
