package afterorder.notification;

import afterorder.aws.LinkMaker;
import afterorder.aws.Log;
import afterorder.aws.MailRefused;
import afterorder.aws.Mailer;
import afterorder.aws.Metrics;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.documents.mail.Envelope;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.NoticeMails;
import afterorder.documents.mail.NoticeMails.Links;
import afterorder.order.Email;
import afterorder.order.OrderId;
import afterorder.order.Phrase;
import afterorder.order.export.ExportRow;
import afterorder.order.feedback.MailId;
import afterorder.order.link.Target;
import afterorder.order.notice.Delivery;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Outbox;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Side;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import com.amazonaws.services.lambda.runtime.Context;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The steps of sending a notice: claim, mail, write-off, so that a crash between mail and write-off alone can double it. */
final class Notifying {
    private final Seller seller;
    private final Desk desk;
    private final Teams teams;
    private final NoticeMails mails;
    private final URI api;
    private final Rows rows;
    private final Orders orders;
    private final LinkMaker deskLinks;
    private final LinkMaker documentLinks;
    private final Mailer mailer;
    private final Metrics metrics;

    Notifying(
            Settings settings,
            URI api,
            Rows rows,
            Orders orders,
            LinkMaker deskLinks,
            LinkMaker documentLinks,
            Mailer mailer,
            Metrics metrics) {
        this.seller = settings.seller();
        this.desk = settings.desk();
        this.teams = settings.teams();
        this.mails = new NoticeMails(settings);
        this.api = api;
        this.rows = rows;
        this.orders = orders;
        this.deskLinks = deskLinks;
        this.documentLinks = documentLinks;
        this.mailer = mailer;
        this.metrics = metrics;
    }

    /** Makes a mail that nobody gets. */
    void prime() {
        mails.prime();
    }

    /** @param round of the row's notices that may be sent; a later message sends those of a later round */
    void sendAll(RowKey key, int round, Instant now, Context context) {
        WorkedRow row = read(key);
        while (row.progress().outbox().awaitsSending(round)) row = sendFirst(row, now, context);
    }

    private WorkedRow sendFirst(WorkedRow row, Instant now, Context context) {
        Outbox owed = row.progress().outbox();
        if (row.hasSettled(owed.first())) {
            return rows.save(row.withProgress(row.progress().notified()));
        }
        WorkedRow claimed = rows.save(row.withProgress(row.progress().notifying(now)));
        Outbox claim = claimed.progress().outbox();
        try {
            send(claim.first(), claimed, now);
            return record(claimed, current -> Delivery.done(current, claim));
        } catch (MailRefused refused) {
            tell(claim.first(), row.key(), refused, now, context);
            return record(
                    claimed,
                    current -> Delivery.refused(current, claim, Phrase.MAIL_REFUSED.with(refused.getMessage()), now));
        }
    }

    /** Nobody else hears of a refused mail to staff; what SES says of others may name their addresses. */
    private void tell(Notice notice, RowKey key, MailRefused refused, Instant now, Context context) {
        String message = "the mail " + notice.kind() + " was refused";
        if (!notice.reader().isStaff()) {
            Log.of(context).info(key, message);
            return;
        }
        Log.of(context).error(key, message, refused);
        metrics.staffMailLost(context, now);
    }

    private void send(Notice notice, WorkedRow row, Instant now) {
        if (row instanceof ExportRow export) sendAboutExport(notice, export, now);
        else sendAboutOrder(notice, row, now);
    }

    private void sendAboutExport(Notice notice, ExportRow export, Instant now) {
        Mail mail = notice instanceof Notice.ExportFailed
                ? mails.exportFailed(export)
                : mails.exported(export, deskLinks.linkTo(zip(export), export.id(), now));
        Envelope envelope = Envelope.of(seller, mailer.sender(), now).repliedTo(replyTo(Notice.Reader.DESK, export));
        mailer.send(MailId.of(export.key(), export.progress().outbox()), mail.to(), mail.mime(envelope));
    }

    private Target zip(ExportRow export) {
        return new Target.Document(export.objectKey(), desk.email(), desk.language());
    }

    private void sendAboutOrder(Notice notice, WorkedRow row, Instant now) {
        Orders.Placed placed = orders.find(new OrderId(row.key().orderId())).orElseThrow();
        Mail mail = mails.of(notice, row, placed.asItStands(), links(notice, row, now));
        Envelope envelope = Envelope.of(seller, mailer.sender(), now)
                .repliedTo(replyTo(notice.reader(), row))
                .answering(placed.row().firstMail());
        mailer.send(MailId.of(row.key(), row.progress().outbox()), mail.to(), mail.mime(envelope));
    }

    /** A colleague where staff reads. */
    private Email replyTo(Notice.Reader reader, WorkedRow row) {
        return switch (reader) {
            case CUSTOMER, TECHNICAL_CONTACT -> seller.replyTo();
            case DESK -> desk.lead();
            case LEAD -> desk.email();
            case SERVICE_CONTACT, TEAM_LEAD -> team(row).email();
            case TEAM -> team(row).lead();
        };
    }

    private Links links(Notice notice, WorkedRow row, Instant now) {
        OrderId order = new OrderId(row.key().orderId());
        return switch (notice) {
            case Notice.NewLink link -> new Links(api, documentLinks.linkTo(link.document(), order, now));
            case Notice.Redelivered again -> new Links(api, documentLinks.linkTo(again.document(), order, now));
            case Notice.DeskTask task -> new Links(api, deskLinks.linkTo(task(row), order, now));
            case Notice.DeskReminder reminder -> new Links(api, deskLinks.linkTo(task(row), order, now));
            case Notice.DeskEscalation escalation -> new Links(api, deskLinks.linkTo(task(row), order, now));
            case ServiceNotice service -> new Links(api, documentLinks.linkTo(page(service, row), order, now));
            default -> new Links(api, null);
        };
    }

    /** The reader's own side of the engagement. */
    private static Target page(ServiceNotice notice, WorkedRow row) {
        return new Target.Engagement(
                ((EngagementRow) row).number(), notice.reader().isStaff() ? Side.TEAM : Side.CUSTOMER);
    }

    private Team team(WorkedRow row) {
        return teams.team(((EngagementRow) row).team());
    }

    /** The desk's mails each carry a link of their own; it is void as soon as another one was asked for. */
    private static Target task(WorkedRow row) {
        PurchaseRow purchase = (PurchaseRow) row;
        return new Target.Task(purchase.number(), purchase.vendor().desk().link());
    }

    private WorkedRow record(WorkedRow claimed, Function<Progress, Optional<Progress>> rule) {
        return rows.record(claimed, current -> rule.apply(current.progress()).map(current::withProgress));
    }

    private WorkedRow read(RowKey key) {
        return rows.worked(key).orElseThrow(() -> new IllegalStateException("there is no row " + key));
    }
}
