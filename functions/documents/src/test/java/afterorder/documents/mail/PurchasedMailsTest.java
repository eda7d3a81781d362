package afterorder.documents.mail;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.ContactAccount.Status;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mails after a purchase tell which of the two cases it is with the technical contact's account, and what to do. */
class PurchasedMailsTest {
    private static final URI LINK = URI.create("https://orders.reseller.example/d/abc_DEF-123");
    private static final TechnicalContact SAID_TO_HAVE_AN_ACCOUNT =
            new TechnicalContact("Ada Admin", new Email("ada@muster.example"), true);

    private final Mails mails = new Mails(Settings.seller(), Settings.catalog());

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
        var registered = new Mails.Registered(payer, Status.EXISTING);
        assertThat(mails.purchasedForContact(example().invoice(), example().deliveryNote(), registered))
                .isEmpty();
    }

    @Test
    void tells_payer_and_receiver_where_they_are_different_people() {
        List<Mail> apart = toCustomers(example().withAddressee(DocumentKind.DELIVERY_NOTE), Status.EXISTING);
        assertThat(apart).hasSize(2).allSatisfy(mail -> assertThat(mail.text()).contains("Atlassian-Konto:\nFür Ada"));
    }

    private static void assertBoth(Mail mail, String... texts) {
        assertThat(mail.text()).contains(texts);
        assertThat(mail.html()).contains(texts);
    }

    private List<Mail> toCustomers(SampleOrder order, Status account) {
        var registered = new Mails.Registered(SAID_TO_HAVE_AN_ACCOUNT, account);
        return mails.purchased(order.invoice(), order.deliveryNote(), registered, LINK, LINK);
    }

    private Optional<Mail> toContact(SampleOrder order, Status account) {
        var registered = new Mails.Registered(SAID_TO_HAVE_AN_ACCOUNT, account);
        return mails.purchasedForContact(order.invoice(), order.deliveryNote(), registered);
    }
}
