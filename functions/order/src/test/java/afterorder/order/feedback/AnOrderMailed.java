package afterorder.order.feedback;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;

import afterorder.order.Addressee;
import afterorder.order.ConfirmationWishes;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.feedback.Feedback.What;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Notice.Reader;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** An order whose confirmation went to an address of its own, and what the mail service says then. */
final class AnOrderMailed {
    static final Instant SENT = Instant.parse("2026-11-23T08:15:30Z");
    static final Instant NOW = SENT.plusSeconds(60);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Email ADDRESSEE = new Email("orders@muster.example");
    static final Email CUSTOMER = new Email("einkauf@muster.example");
    static final Email CONTACT = new Email("ada@muster.example");
    static final String NUMBER = "AB-2026-00001";
    static final Notice MOVED = new Notice.Moved(1, TODAY, TODAY.plusDays(1));
    static final Notice MOVED_AGAIN = new Notice.Moved(1, TODAY.plusDays(1), TODAY.plusDays(2));
    static final Notice CALLED_OFF = new Notice.CalledOff(1, TODAY);

    static final Order ORDER = orderOf(license(1, null))
            .withWishes(new ConfirmationWishes(
                    null,
                    null,
                    null,
                    new Addressee(null, null, null, null, ADDRESSEE),
                    Set.of(DocumentKind.CONFIRMATION)));

    private static final Settings SETTINGS = Settings.bundled();

    private AnOrderMailed() {}

    static OrderRow sending() {
        return OrderRow.received(ID, "shop", "hash", ORDER, SETTINGS.seller(), SETTINGS.teams(), SENT)
                .sending(NUMBER, TODAY, SENT);
    }

    static OrderRow sent() {
        return sending().sent("first@eu-central-1.amazonses.com", SENT);
    }

    /** The customer was told of three changes besides. */
    static OrderRow told() {
        OrderRow row = sent();
        return row.withProgress(row.progress()
                .owing(MOVED, SENT)
                .owing(CALLED_OFF, SENT)
                .owing(MOVED_AGAIN, SENT)
                .notified()
                .notified()
                .notified());
    }

    static Feedback confirmation(What what, Email to) {
        return about(MailId.of(RowKey.order(ID), OrderMail.CONFIRMATION), what, to, SENT);
    }

    /** @param number of the notice among the row's */
    static Feedback notice(Notice notice, int number, What what, Email to) {
        return about(new MailId(RowKey.order(ID), notice.kind(), number, Reader.CUSTOMER), what, to, SENT);
    }

    static Feedback about(MailId mail, What what, Email to, Instant sentAt) {
        return new Feedback(mail, to, sentAt, what, Phrase.MAIL_BOUNCED.with("user unknown"));
    }
}
