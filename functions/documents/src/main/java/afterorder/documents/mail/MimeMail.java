package afterorder.documents.mail;

import afterorder.documents.calendar.CalendarMessage;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * A mail as MIME (RFC 2045 to 2047): two alternatives, text first, both in UTF-8 and quoted-printable; with files they are
 * the first part of a mixed one. It says that no person wrote it (RFC 3834), so that nobody's out-of-office notice answers.
 *
 * <p>What it says to a calendar (RFC 6047) is the last alternative, as programs show the last one that they know; Outlook looks
 * for it in the first part of a mixed one only (MS-STANOICAL 2.2.168). It is in base64, so that nobody on the way breaks its
 * lines; and it is a file, too.
 */
final class MimeMail {
    private MimeMail() {}

    static byte[] bytes(Mail mail, Envelope envelope) {
        try {
            MimeMessage message = new WithoutMessageId(Session.getInstance(new Properties()));
            message.setFrom(address(envelope));
            message.setRecipient(RecipientType.TO, new InternetAddress(mail.to().address(), true));
            message.setReplyTo(new InternetAddress[] {
                new InternetAddress(envelope.replyTo().address(), true)
            });
            message.setSubject(mail.subject(), "UTF-8");
            message.setSentDate(Date.from(envelope.date()));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (envelope.answered().isPresent())
                setThread(message, "<" + envelope.answered().get() + ">");
            message.setContent(content(mail));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a mail in memory could not be written", impossible);
        }
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        Parts alternatives = new Parts("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        if (mail.calendar().isPresent())
            alternatives.addBodyPart(part(mail.calendar().get()));
        List<Enclosure> files = mail.files().toList();
        if (files.isEmpty()) return alternatives;
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives);
        Parts mixed = new Parts("mixed", words);
        for (Enclosure enclosure : files) mixed.addBodyPart(part(enclosure));
        return mixed;
    }

    private static MimeBodyPart part(Enclosure enclosure) throws MessagingException {
        MimeBodyPart part = part(enclosure.content(), enclosure.mediaType());
        part.setFileName(enclosure.name());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private static MimeBodyPart part(CalendarMessage message) throws MessagingException {
        return part(message.bytes(), message.contentType());
    }

    private static MimeBodyPart part(byte[] content, String mediaType) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, mediaType)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(Envelope envelope) throws UnsupportedEncodingException {
        return new InternetAddress(envelope.sender().address(), Mail.oneLine(envelope.senderName()), "UTF-8");
    }

    /** Each mail answers the first one (RFC 5322, 3.6.4): the ids of those in between are not kept. */
    private static void setThread(MimeMessage message, String first) throws MessagingException {
        message.setHeader("In-Reply-To", first);
        message.setHeader("References", first);
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static final class Parts extends MimeMultipart {
        /** Fixed, as the same mail gives the same bytes; neither quoted-printable nor base64 contains "=_" (RFC 2045, 6.7). */
        Parts(String subtype, MimeBodyPart... parts) throws MessagingException {
            super(subtype, parts);
            ContentType type = new ContentType(contentType);
            type.setParameter("boundary", "=_" + subtype + "_=");
            contentType = type.toString();
        }
    }

    /** SES gives each mail an id of its own, and replaces any other. */
    private static final class WithoutMessageId extends MimeMessage {
        WithoutMessageId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            removeHeader("Message-ID");
        }
    }
}
