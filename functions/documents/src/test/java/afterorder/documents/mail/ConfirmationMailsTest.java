package afterorder.documents.mail;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.purchase.ContactAccount;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConfirmationMailsTest {
    private static final URI LINK = URI.create("https://orders.reseller.example/d/abc_DEF-123");
    private static final URI OTHER_LINK = URI.create("https://orders.reseller.example/d/other");
    private static final Instant NOW = Instant.parse("2026-11-23T08:15:30Z");

    private static final List<String> HEADERS =
            List.of("From", "Reply-To", "To", "Subject", "Date", "Auto-Submitted", "MIME-Version", "Content-Type");
    private static final Envelope ENVELOPE = new Envelope(
            "Müller Solutions GmbH",
            new Email("orders@reseller.example"),
            new Email("service@reseller.example"),
            Optional.empty(),
            NOW);

    private final ConfirmationMails mails = new ConfirmationMails(Settings.seller(), Settings.catalog());
    private final PurchasedMails purchasedMails = new PurchasedMails(Settings.seller(), Settings.catalog());

    @Test
    @Tag("S3")
    @Tag("S4")
    void confirms_every_line_as_ordered_in_text_and_html() {
        Mail mail = confirmed(example());
        assertThat(mail.to()).isEqualTo(new Email("orders@muster.example"));
        for (String content : new String[] {mail.text(), mail.html()}) {
            assertThat(content.replace('\u00a0', ' '))
                    .contains(
                            "Jira Data Center", "Verlängerung · 500 Benutzer · 12 Monate · SEN-1234567", "42.000,00 €")
                    .contains("Confluence Cloud", "Beratung", "Migration workshop", "2,5 Tag(e)", "67.830,00 €")
                    .contains("AB-2026-00017", LINK.toString(), "HRB 12345")
                    .contains("Position 2", "Kauf am 15.12.2026", "Offiziell beauftragt. Unser Team Consulting");
        }
    }

    @Test
    @Tag("S3")
    void says_why_it_confirms_no_tax() {
        String text =
                confirmed(example().seatedIn("Lyon", "FR", "FR83404833048")).text();
        assertThat(text.replace('\u00a0', ' '))
                .contains("USt. (Reverse charge): 0,00 €", "57.000,00 €", "Prüfung Ihrer USt-IdNr. FR83404833048");
    }

    @Test
    @Tag("S5")
    @Tag("S9")
    void writes_in_the_language_wished_for_that_document() {
        SampleOrder order = example().wishing(Language.EN).withAddressee(DocumentKind.CONFIRMATION);
        assertThat(confirmed(order).subject()).startsWith("Order confirmation");
        assertThat(confirmed(order).text()).contains("Dear customer", "Consulting");
        assertThat(invoiced(order).subject()).startsWith("Rechnung");
    }

    @Test
    @Tag("S8")
    void names_our_number_and_the_customers_own_in_the_subject() {
        assertThat(confirmed(example()).subject())
                .isEqualTo("Auftragsbestätigung AB-2026-00017 – Auftrag 7K3M9X2Q4T8WZ – Ihre Bestellnummer 4500012345");
        assertThat(confirmed(example().in(Language.EN).withOwnNumber(null)).subject())
                .isEqualTo("Order confirmation AB-2026-00017 – order 7K3M9X2Q4T8WZ");
        assertThat(invoiced(example().in(Language.EN)).subject())
                .isEqualTo("Invoice R-2026-00017 – order 7K3M9X2Q4T8WZ – your order number 4500012345");
    }

    @Test
    @Tag("S44")
    void announces_invoice_and_delivery_note_without_any_license() {
        Mail mail = invoiced(example());
        for (String content : new String[] {mail.text(), mail.html()}) {
            assertThat(content.replace('\u00a0', ' '))
                    .contains("R-2026-00017", "63.546,00 €", "07.12.2026", LINK.toString(), OTHER_LINK.toString())
                    .doesNotContain("SEN-", "Jira");
        }
    }

    @Test
    void lists_a_thousand_lines_and_stays_under_a_megabyte() {
        SampleOrder order = anOrder();
        IntStream.range(0, 1_000).forEach(line -> order.withDataCenter());
        Mail mail = confirmed(order);
        assertThat(mail.text()).contains("\n1000. Jira Data Center");
        assertThat(mime(mail).length).isLessThan(1_000_000);
    }

    @Test
    void leaves_the_lines_to_the_document_when_they_would_make_the_mail_too_large() {
        SampleOrder order = anOrder();
        IntStream.range(0, 1_000).forEach(line -> order.withService("ü".repeat(1_000)));
        Mail mail = confirmed(order);
        assertThat(mail.text()).contains("Die 1.000 Positionen Ihrer Bestellung stehen in der Auftragsbestätigung");
        assertThat(mime(mail).length).isLessThan(100_000);
    }

    @Test
    void escapes_what_customers_write() {
        Mail mail = confirmed(
                anOrder().withService("<script>alert('x')</script> & \"more\"").withOwnNumber("<img src=x>"));
        assertThat(mail.html()).contains("&lt;script&gt;", "&amp;").doesNotContain("<script", "<img");
        assertThat(mail.text()).contains("<script>alert('x')</script> & \"more\"");
    }

    @Test
    void lets_no_order_number_begin_another_header() throws Exception {
        for (String number :
                new String[] {"1\r\nBcc: thief@evil.example", "1\nBcc: thief@evil.example", "1\r\n\r\nbody", "1\u2028x"
                }) {
            MimeMessage message = parsed(mime(confirmed(example().withOwnNumber(number))));
            assertThat(Collections.list(message.getAllHeaders()).stream().map(header -> header.getName()))
                    .containsExactlyInAnyOrderElementsOf(HEADERS);
            assertThat(message.getAllRecipients()).hasSize(1);
        }
    }

    @Test
    void is_a_mime_message_with_both_alternatives() throws Exception {
        Mail mail = confirmed(example());
        MimeMessage message = parsed(mime(mail));
        assertThat(message.getSubject()).isEqualTo(mail.subject());
        InternetAddress sender = (InternetAddress) message.getFrom()[0];
        assertThat(sender.getPersonal()).isEqualTo("Müller Solutions GmbH");
        assertThat(sender.getAddress()).isEqualTo("orders@reseller.example");
        assertThat(message.getSentDate()).isEqualTo(NOW);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(content(parts, 0)).isEqualTo(mail.text());
        assertThat(content(parts, 1)).isEqualTo(mail.html());
        assertThat(new String(mime(mail), StandardCharsets.ISO_8859_1).lines()).allMatch(line -> line.length() <= 200);
    }

    @Test
    void says_that_no_person_wrote_it_and_who_reads_the_answers() throws Exception {
        MimeMessage message = parsed(mime(confirmed(example())));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("service@reseller.example"));
        assertThat(message.getHeader("In-Reply-To")).isNull();
        assertThat(message.getHeader("References")).isNull();
    }

    @Test
    void answers_the_first_mail_of_the_order() throws Exception {
        String first = "010701970b3a5c00-6f1b5c9e-5f0e-4f57-9b0c-0f6f3f8d7a11-000000@eu-central-1.amazonses.com";
        MimeMessage message = parsed(invoiced(example()).mime(ENVELOPE.answering(Optional.of(first))));
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<" + first + ">");
        assertThat(message.getHeader("References")).containsExactly("<" + first + ">");
    }

    @Test
    void gives_the_same_bytes_for_the_same_mail() {
        assertThat(Arrays.equals(mime(confirmed(example())), mime(confirmed(example()))))
                .isTrue();
    }

    private Mail confirmed(SampleOrder order) {
        return mails.confirmation(order.confirmation(), LINK);
    }

    @Test
    @Tag("S7")
    void gives_the_link_to_the_keys_only_to_whom_the_delivery_note_is_addressed() {
        assertThat(purchased(example())).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(LINK.toString(), OTHER_LINK.toString()));

        List<Mail> apart = purchased(example().withAddressee(DocumentKind.DELIVERY_NOTE));
        assertThat(apart)
                .extracting(Mail::to)
                .containsExactly(new Email("einkauf@muster.example"), new Email("orders@muster.example"));
        assertThat(apart.get(0).text() + apart.get(0).html())
                .contains(LINK.toString())
                .doesNotContain(OTHER_LINK.toString());
        assertThat(apart.get(1).text() + apart.get(1).html())
                .contains(OTHER_LINK.toString())
                .doesNotContain(LINK.toString());
    }

    private List<Mail> purchased(SampleOrder order) {
        var registered =
                new PurchasedMails.Registered(order.order().technicalContact(), ContactAccount.Status.EXISTING);
        return purchasedMails.purchased(order.invoice(), order.deliveryNote(), registered, Forms.pdf(LINK), OTHER_LINK);
    }

    private Mail invoiced(SampleOrder order) {
        return purchased(order).getFirst();
    }

    private static byte[] mime(Mail mail) {
        return mail.mime(ENVELOPE);
    }

    private static MimeMessage parsed(byte[] mime) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
    }

    private static String content(MimeMultipart parts, int number) throws MessagingException, IOException {
        return ((String) parts.getBodyPart(number).getContent()).replace("\r\n", "\n");
    }
}
