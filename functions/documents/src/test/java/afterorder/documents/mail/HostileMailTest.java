package afterorder.documents.mail;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleMails;
import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.Address;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.TechnicalContact;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in an order: its mails are valid MIME of ours alone, and nothing in them but text is the customer's. */
class HostileMailTest {
    private static final Set<String> HEADERS = Set.of(
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Auto-Submitted",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type");
    private static final Pattern TAG = Pattern.compile("<[/!]?([A-Za-z][A-Za-z0-9]*)");
    private static final Set<String> OUR_TAGS = Set.of(
            "doctype", "html", "head", "meta", "title", "style", "body", "table", "tr", "td", "h1", "h2", "p", "a", "b",
            "div", "br");
    private static final int LONGEST_LINE = 998;

    @Property(tries = 15)
    void is_one_mail_to_one_reader_and_says_what_it_should(
            @ForAll("hostile") String name, @ForAll("hostile") String number, @ForAll("hostile") String text)
            throws Exception {
        for (Language language : Language.values()) {
            for (Mail mail : everyMail(order(name, number, text).in(language), name, language)) check(mail);
        }
    }

    @Property(tries = 10)
    void is_one_mail_about_services_to_one_reader(
            @ForAll("hostile") String name, @ForAll("hostile") String number, @ForAll("hostile") String text)
            throws Exception {
        for (Language language : Language.values()) {
            SampleOrder order = order(name, number, text).in(language).withServiceContact(name);
            for (Mail mail : SampleMails.aboutServices(order, text, language)) check(mail);
        }
    }

    @Example
    void stays_a_mail_when_a_megabyte_stands_in_a_line() throws Exception {
        String megabyte = "<script>\u202e\"'&😀\r\n".repeat(70_000);
        for (Mail mail : everyMail(order("Muster", "1", megabyte), "Ada", Language.DE)) {
            check(mail);
            assertThat(mime(mail).length).isLessThan(1_000_000);
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\r\nBcc: thief@evil.example\r\n",
                "\r\n\r\nbody",
                "\n.\n",
                "\r",
                "\"",
                "'",
                "&amp;",
                "${1+1}",
                "</td></table>",
                "<!--",
                "]]>",
                "=?UTF-8?Q?=0D=0ABcc:_x?=",
                "--=_alternatives_=",
                "\u202eRTL",
                "\u2028",
                "\u0000",
                "שלום",
                "漢字",
                "👩‍💻",
                "ü",
                "%s",
                " ",
                "x".repeat(2_000));
        return pieces.list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list));
    }

    private static SampleOrder order(String name, String number, String text) {
        return SampleOrder.anOrder()
                .of(name)
                .withOwnNumber(number)
                .withReference(text)
                .addressedTo(name, text, text, new Address(text, number, name, "DE"))
                .withDataCenter()
                .withCloud()
                .withService(text);
    }

    private static List<Mail> everyMail(SampleOrder order, String contactName, Language staff) {
        return SampleMails.of(order, new TechnicalContact(contactName, new Email("ada@muster.example"), true), staff);
    }

    private static void check(Mail mail) throws MessagingException, IOException {
        byte[] mime = mime(mail);
        String raw = new String(mime, StandardCharsets.ISO_8859_1);
        assertThat(raw.chars().allMatch(letter -> letter < 128)).as("ASCII").isTrue();
        assertThat(raw.replace("\r\n", "")).as("lines end as SMTP wants").doesNotContain("\r", "\n");
        assertThat(raw.lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(LONGEST_LINE);

        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
        assertThat(Collections.list(message.getAllHeaders()).stream().map(Header::getName))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(message.getAllRecipients())
                .containsExactly(new InternetAddress(mail.to().address()));
        assertThat(message.getSubject()).isEqualTo(mail.subject()).doesNotContain("\r", "\n");
        MimeMultipart parts = words(message);
        assertThat(parts.getCount()).isEqualTo(mail.calendar().isPresent() ? 3 : 2);
        assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(lines(mail.text()));
        assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(lines(mail.html()));
        checkMarkup(mail.html());
        assertThat(mail.text() + mail.html()).doesNotContain("\u202e");
    }

    /** The two alternatives; where files are enclosed, they are the first part. */
    private static MimeMultipart words(MimeMessage message) throws MessagingException, IOException {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        return parts.getContentType().startsWith("multipart/mixed")
                ? (MimeMultipart) parts.getBodyPart(0).getContent()
                : parts;
    }

    private static void checkMarkup(String html) {
        Set<String> tags = TAG.matcher(html)
                .results()
                .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(OUR_TAGS).containsAll(tags);
        assertThat(html).doesNotContain("<!--").containsOnlyOnce("</body>");
    }

    private static byte[] mime(Mail mail) {
        Envelope envelope = Envelope.of(
                Settings.seller(), new Email("orders@reseller.example"), Instant.parse("2026-11-23T08:15:30Z"));
        return mail.mime(envelope.answering(Optional.of("0107-first@eu-central-1.amazonses.com")));
    }

    /** Line breaks within a text are those of the mail's own lines. */
    private static String lines(Object content) {
        return ((String) content).replaceAll("\r\n|\r|\n", "\n");
    }
}
