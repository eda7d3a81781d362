package afterorder.documents.mail;

import static afterorder.documents.calendar.Appointment.anAppointment;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.Settings;
import afterorder.documents.calendar.CalendarMessage;
import afterorder.documents.calendar.CalendarMessage.Party;
import afterorder.order.Email;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail with a message for the reader's calendar has it where Outlook, Google and Apple look for it. */
@Tag("S16")
class InvitationMailTest {
    private static final Envelope ENVELOPE =
            Envelope.of(Settings.seller(), new Email("orders@reseller.example"), Instant.parse("2026-11-23T08:15:30Z"));
    private static final Mail MAIL =
            new Mail(new Email("erika@muster.example"), "Termin", "Der Termin steht.\n", "<p>Der Termin steht.</p>");
    private static final int LONGEST_LINE = 998;

    @Test
    void has_the_invitation_as_last_alternative_and_as_a_file() throws Exception {
        CalendarMessage message = anAppointment().message();
        MimeMultipart mixed = parts(MAIL.withCalendar(message));
        assertThat(new ContentType(mixed.getContentType()).getBaseType()).isEqualTo("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);

        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(new ContentType(alternatives.getContentType()).getBaseType()).isEqualTo("multipart/alternative");
        assertThat(alternatives.getCount()).isEqualTo(3);
        assertThat(alternatives.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(alternatives.getBodyPart(1).isMimeType("text/html")).isTrue();
        BodyPart calendar = alternatives.getBodyPart(2);
        ContentType type = new ContentType(calendar.getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualToIgnoringCase("utf-8");
        assertThat(type.getParameter("component")).isEqualTo("VEVENT");
        assertThat(calendar.getDisposition()).isNull();
        assertThat(bytes(calendar)).isEqualTo(message.bytes());

        assertIsFile(mixed.getBodyPart(1), "invite.ics", "REQUEST", message);
    }

    @Test
    void has_the_cancellation_there_too() throws Exception {
        CalendarMessage message = anAppointment().calledOff().message();
        MimeMultipart mixed = parts(MAIL.withCalendar(message));
        BodyPart calendar = ((MimeMultipart) mixed.getBodyPart(0).getContent()).getBodyPart(2);
        assertThat(new ContentType(calendar.getContentType()).getParameter("method"))
                .isEqualTo("CANCEL");
        assertThat(bytes(calendar)).isEqualTo(message.bytes());
        assertIsFile(mixed.getBodyPart(1), "cancel.ics", "CANCEL", message);
    }

    @Test
    void has_other_files_after_it() throws Exception {
        Enclosure agenda = new Enclosure("agenda.pdf", "application/pdf", new byte[] {1, 2, 3});
        CalendarMessage message = anAppointment().message();
        for (Mail mail : List.of(
                MAIL.withCalendar(message).with(List.of(agenda)),
                MAIL.with(List.of(agenda)).withCalendar(message))) {
            MimeMultipart mixed = parts(mail);
            assertThat(mixed.getCount()).isEqualTo(3);
            assertIsFile(mixed.getBodyPart(1), "invite.ics", "REQUEST", message);
            assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("agenda.pdf");
        }
    }

    @Test
    void goes_with_the_mail_to_another_address() {
        CalendarMessage message = anAppointment().message();
        Mail mail = MAIL.withCalendar(message).readBy(new Email("ken@reseller.example"));
        assertThat(mail.calendar()).contains(message);
        assertThat(mail.to()).isEqualTo(new Email("ken@reseller.example"));
    }

    @Test
    void counts_both_forms_of_it_among_the_mails_bytes() {
        for (int length : new int[] {0, 1_000, 100_000}) {
            Mail mail = MAIL.withCalendar(
                    anAppointment().saying("Termin", "ü".repeat(length), "").message());
            int added = mail.mime(ENVELOPE).length - MAIL.mime(ENVELOPE).length;
            int counted = mail.bytes() - MAIL.bytes();
            assertThat(added - counted).as("headers of the parts").isBetween(0, 1_000);
        }
    }

    @Test
    void stays_the_same_mail_whatever_stands_in_the_appointment() throws Exception {
        for (String hostile : List.of(
                "\r\nBcc: thief@evil.example\r\n\r\nbody",
                "\r\n--=_alternative_=--\r\n--=_mixed_=\r\n",
                "\r\n.\r\n",
                "\u202e\"'&<script>😀漢字שלום",
                "=?UTF-8?Q?=0D=0ABcc:_x?=",
                "x".repeat(100_000))) {
            CalendarMessage message = anAppointment()
                    .withUid(hostile)
                    .saying(hostile, hostile, hostile)
                    .inviting(new Party(hostile, MAIL.to()))
                    .message();
            Mail mail = MAIL.withCalendar(message);
            String raw = new String(mail.mime(ENVELOPE), ISO_8859_1);
            assertThat(raw.chars()).allMatch(letter -> letter < 128);
            assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(raw.lines()).allMatch(line -> line.length() <= LONGEST_LINE);
            MimeMessage read = parsed(mail);
            assertThat(read.getAllRecipients()).hasSize(1);
            MimeMultipart mixed = (MimeMultipart) read.getContent();
            assertThat(mixed.getCount()).isEqualTo(2);
            MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
            assertThat(alternatives.getCount()).isEqualTo(3);
            assertThat(bytes(alternatives.getBodyPart(2))).isEqualTo(message.bytes());
            assertIsFile(mixed.getBodyPart(1), "invite.ics", "REQUEST", message);
        }
    }

    @Test
    void gives_the_same_bytes_for_the_same_mail() {
        assertThat(MAIL.withCalendar(anAppointment().message()).mime(ENVELOPE))
                .isEqualTo(MAIL.withCalendar(anAppointment().message()).mime(ENVELOPE));
    }

    private static void assertIsFile(Part file, String name, String method, CalendarMessage message)
            throws MessagingException, IOException {
        ContentType type = new ContentType(file.getContentType());
        assertThat(type.getBaseType()).isEqualTo("application/ics");
        assertThat(type.getParameter("name")).isEqualTo(name);
        assertThat(type.getParameter("method")).isEqualTo(method);
        assertThat(file.getFileName()).isEqualTo(name);
        assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(bytes(file)).isEqualTo(message.bytes());
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        return part.getInputStream().readAllBytes();
    }

    private static MimeMultipart parts(Mail mail) throws MessagingException, IOException {
        return (MimeMultipart) parsed(mail).getContent();
    }

    private static MimeMessage parsed(Mail mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.mime(ENVELOPE)));
    }
}
