package afterorder.invoicing;

import afterorder.aws.Mailer;
import afterorder.documents.mail.Envelope;
import afterorder.documents.mail.Mail;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.feedback.MailId;
import afterorder.order.settings.Seller;
import java.time.Instant;

/** Sends the mails that bring an order's papers: each answers its first one, and goes to the address that is in use now. */
final class OrderMails {
    private final Seller seller;
    private final Mailer mailer;

    OrderMails(Seller seller, Mailer mailer) {
        this.seller = seller;
        this.mailer = mailer;
    }

    /** @throws afterorder.aws.MailRefused when it will never be taken */
    void send(MailId id, Mail mail, OrderRow order, Instant now) {
        Mail read = mail.readBy(order.amendments().inUse(mail.to()));
        Envelope envelope = Envelope.of(seller, mailer.sender(), now).answering(order.firstMail());
        mailer.send(id, read.to(), read.mime(envelope));
    }
}
