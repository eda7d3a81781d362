package afterorder.documents.mail;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.ContactAccount.Status;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mails after a purchase tell which of the two cases it is with the technical contact's account, and what to do. */
class PurchasedMailsTest {
    private static final URI LINK = URI.create("https://orders.reseller.example/d/abc_DEF-123");
    private static final Envelope ENVELOPE =
            Envelope.of(Settings.seller(), new Email("orders@reseller.example"), Instant.parse("2026-11-23T08:15:30Z"));
    private static final TechnicalContact SAID_TO_HAVE_AN_ACCOUNT =
            new TechnicalContact("Ada Admin", new Email("ada@muster.example"), true);

    private final PurchasedMails mails = new PurchasedMails(Settings.seller(), Settings.catalog());

    @ParameterizedTest
    @EnumSource(names = {"EXISTING", "VERIFIED"})
    @Tag("S38")
    @Tag("S39")
    @Tag("S43")
    void says_that_the_licenses_are_in_the_account_that_exists(Status account) {
        assertThat(toCustomers(example(), account))
                .singleElement()
                .satisfies(mail -> assertBoth(
                        mail,
                        "Für Ada Admin (ada@muster.example) besteht ein Atlassian-Konto. Die Lizenzen sind dort ab sofort zu finden",
                        "Lizenzen und Lizenzschlüssel (Data Center): https://my.atlassian.com"));
        Mail toContact = toContact(example(), account).orElseThrow();
        assertThat(toContact.to()).isEqualTo(SAID_TO_HAVE_AN_ACCOUNT.email());
        assertBoth(
                toContact,
                "Die Lizenzen sind ab sofort in Ihrem Atlassian-Konto zu finden",
                "Lizenzen und Lizenzschlüssel (Data Center): https://my.atlassian.com");
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFICATION_PENDING", "UNVERIFIED"})
    @Tag("S40")
    @Tag("S42")
    @Tag("S43")
    void says_that_the_account_is_to_be_verified_first_whatever_the_customer_said(Status account) {
        SampleOrder order = example().in(Language.EN);
        assertThat(toCustomers(order, account))
                .singleElement()
                .satisfies(mail -> assertBoth(
                        mail,
                        "There is no verified Atlassian account for Ada Admin (ada@muster.example) yet",
                        "verified with the link in it. The licenses can then be found there"));
        assertBoth(
                toContact(order, account).orElseThrow(),
                "1. Open the email that Atlassian has sent to ada@muster.example",
                "2. Verify your account",
                "Licenses and license keys (Data Center): https://my.atlassian.com");
    }

    @Test
    @Tag("S50")
    void speaks_of_keys_only_where_there_are_some() {
        assertThat(toContact(anOrder().withCloud(), Status.EXISTING)
                        .orElseThrow()
                        .text())
                .contains("Cloud-Produkte: https://admin.atlassian.com")
                .doesNotContain("Lizenzschlüssel");
        assertThat(toContact(anOrder().withDataCenter(), Status.EXISTING)
                        .orElseThrow()
                        .text())
                .doesNotContain("Cloud");
    }

    @Test
    @Tag("S43")
    void gives_the_technical_contact_neither_prices_nor_documents() {
        Mail mail = toContact(example(), Status.EXISTING).orElseThrow();
        assertThat(mail.text() + mail.html())
                .contains("Jira Data Center", "Confluence Cloud")
                .doesNotContain("€", "R-2026", "L-2026", "/d/", "Migration workshop", SampleOrder.key(1));
    }

    @Test
    void writes_to_the_technical_contact_once() {
        TechnicalContact payer = new TechnicalContact("Ada Admin", new Email("orders@muster.example"), true);
        var registered = new PurchasedMails.Registered(payer, Status.EXISTING);
        assertThat(mails.purchasedForContact(example().invoice(), example().deliveryNote(), registered))
                .isEmpty();
    }

    @Test
    void tells_payer_and_receiver_where_they_are_different_people() {
        List<Mail> apart = toCustomers(example().withAddressee(DocumentKind.DELIVERY_NOTE), Status.EXISTING);
        assertThat(apart).hasSize(2).allSatisfy(mail -> assertThat(mail.text()).contains("Atlassian-Konto:\nFür Ada"));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S44")
    void encloses_every_form_of_the_invoice_and_never_the_delivery_note(Language language) throws Exception {
        byte[] pdf = {1, 2, 3};
        byte[] xml = "<invoice/>".getBytes(UTF_8);
        Mail mail = toPayer(example().in(language), Forms.of(LINK, pdf, xml));
        assertThat(mail.text()).contains("R-2026-00017.pdf", "R-2026-00017.xml", "XRechnung, XML");
        MimeMultipart parts = (MimeMultipart) parsed(mail).getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("R-2026-00017.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("R-2026-00017.xml");
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000_000, 5_070_000, 5_085_000, 5_100_000, 10_000_000})
    void only_links_what_would_make_the_mail_larger_than_seven_megabytes_and_says_so(int size) {
        byte[] xml = new byte[1_000];
        Mail mail = toPayer(example().in(Language.EN), Forms.of(LINK, new byte[size], xml));
        int bytes = mail.mime(ENVELOPE).length;
        assertThat(bytes).isLessThan(7_000_000);
        boolean isEnclosed = mail.enclosures().size() == 2;
        assertThat(isEnclosed).isEqualTo(size < 5_078_000);
        assertThat(mail.text().contains("R-2026-00017.pdf is too large for an email: the link opens the file."))
                .isEqualTo(!isEnclosed);
        assertThat(mail.enclosures().getLast().name()).isEqualTo("R-2026-00017.xml");
        assertThat(mail.text()).contains(LINK.toString());
    }

    private Mail toPayer(SampleOrder order, List<InvoiceForm> forms) {
        var registered = new PurchasedMails.Registered(SAID_TO_HAVE_AN_ACCOUNT, Status.EXISTING);
        return mails.purchased(order.invoice(), order.deliveryNote(), registered, forms, LINK)
                .getFirst();
    }

    private static MimeMessage parsed(Mail mail) throws Exception {
        byte[] mime = mail.mime(ENVELOPE);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
    }

    private static void assertBoth(Mail mail, String... texts) {
        assertThat(mail.text()).contains(texts);
        assertThat(mail.html()).contains(texts);
    }

    private List<Mail> toCustomers(SampleOrder order, Status account) {
        var registered = new PurchasedMails.Registered(SAID_TO_HAVE_AN_ACCOUNT, account);
        return mails.purchased(order.invoice(), order.deliveryNote(), registered, Forms.pdf(LINK), LINK);
    }

    private Optional<Mail> toContact(SampleOrder order, Status account) {
        var registered = new PurchasedMails.Registered(SAID_TO_HAVE_AN_ACCOUNT, account);
        return mails.purchasedForContact(order.invoice(), order.deliveryNote(), registered);
    }
}
