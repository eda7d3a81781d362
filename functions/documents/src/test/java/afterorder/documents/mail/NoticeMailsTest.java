package afterorder.documents.mail;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static afterorder.order.purchase.ContactAccount.Status.VERIFICATION_PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleEngagement;
import afterorder.documents.SampleOrder;
import afterorder.documents.SamplePurchase;
import afterorder.documents.SamplePurchase.Owed;
import afterorder.documents.Settings;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.export.ExportRow;
import afterorder.order.feedback.Feedback;
import afterorder.order.feedback.OrderMail;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.WorkedRow;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeMailsTest {
    private static final String API = "https://orders.reseller.example";
    private static final URI TASK = URI.create(API + "/t/abc_DEF-123");
    private static final Email DESK = Settings.desk(Language.DE).email();
    private static final Email LEAD = Settings.desk(Language.DE).lead();
    private static final Email CUSTOMER = new Email("orders@muster.example");
    private static final Email CONTACT = new Email("ada@muster.example");
    private static final LocalDate LATER = LocalDate.of(2027, 1, 20);

    @ParameterizedTest
    @EnumSource
    @Tag("S49")
    void says_every_notice_in_each_language_without_a_gap_or_a_key(Language language) {
        SampleOrder order = example().in(language);
        List<Owed> notices = Stream.of(
                        new SamplePurchase(order).everyNotice(), new SampleEngagement(order).everyNotice())
                .flatMap(List::stream)
                .toList();
        assertThat(notices)
                .extracting(owed -> (Object) owed.notice().getClass())
                .containsAll(Stream.of(Notice.class, ServiceNotice.class)
                        .flatMap(kinds -> Arrays.stream(kinds.getPermittedSubclasses()))
                        .filter(kind -> !kind.isInterface())
                        .filter(kind -> kind != Notice.Exported.class && kind != Notice.ExportFailed.class)
                        .toList());
        for (Owed owed : notices) {
            Mail mail = mail(order, language, owed.notice(), owed.row());
            String everything = mail.subject() + mail.text() + mail.html();
            assertThat(everything).doesNotContain("null", "%s", "[]", "Optional", SampleOrder.key(1));
            assertThat(mail.text().lines()).noneMatch(line -> line.endsWith(": "));
            assertThat(mail.html()).contains("lang=\"" + language.code() + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_the_desk_where_a_customers_export_is_and_that_it_is_secret(Language language) {
        NoticeMails mails = new NoticeMails(Settings.readIn(language));
        URI link = URI.create(API + "/d/abc_DEF-123");
        Mail mail = mails.exported(ExportRow.first("C-10042", Instant.EPOCH).exported(Instant.EPOCH), link);
        assertThat(mail.to()).isEqualTo(DESK);
        assertThat(mail.subject())
                .isEqualTo(language == Language.DE ? "Datenauszug – Kunde C-10042" : "Data export – customer C-10042");
        assertThat(mail.text())
                .contains(link.toString(), language == Language.DE ? "Lizenzschlüssel" : "license keys")
                .doesNotContain("null", "%s");
        assertThat(mail.html()).contains("lang=\"" + language.code() + "\"", link.toString());
    }

    @ParameterizedTest
    @EnumSource
    void tells_the_desk_that_an_export_failed_and_what_to_do(Language language) {
        NoticeMails mails = new NoticeMails(Settings.readIn(language));
        Mail mail = mails.exportFailed(ExportRow.first("C-10042", Instant.EPOCH));
        assertThat(mail.to()).isEqualTo(DESK);
        assertThat(mail.subject()).contains("C-10042", language == Language.DE ? "gescheitert" : "failed");
        assertThat(mail.text()).contains("customer-export").doesNotContain("null", "%s", "/d/");
    }

    @Test
    @Tag("S35")
    void tells_the_customer_of_another_date_and_which_lines_it_is_about() {
        SampleOrder order = example();
        Mail mail = german(
                order, new Notice.Moved(2, LocalDate.of(2026, 12, 15), LATER), new SamplePurchase(order).received());
        assertThat(mail.to()).isEqualTo(CUSTOMER);
        assertThat(mail.subject())
                .isEqualTo("Neuer Kauftermin – Auftrag 7K3M9X2Q4T8WZ – Ihre Bestellnummer 4500012345");
        assertThat(mail.text())
                .contains("Bisheriger Termin: 15.12.2026", "Neuer Termin: 20.01.2027", "2. Confluence Cloud")
                .doesNotContain("Jira", "Migration workshop", "€");
    }

    @Test
    @Tag("S35")
    void tells_the_customer_that_a_purchase_will_not_take_place() {
        SampleOrder order = example().in(Language.EN);
        Mail mail = mail(
                order, Language.DE, new Notice.CalledOff(1, SampleOrder.TODAY), new SamplePurchase(order).scheduled());
        assertThat(mail.to()).isEqualTo(CUSTOMER);
        assertThat(mail.text())
                .contains("will not be purchased and not be invoiced", "Planned date: 23 November 2026")
                .contains("Jira Data Center", "Renewal · 500 users · 12 months · SEN-1234567");
    }

    @Test
    @Tag("S36")
    void tells_the_customer_who_the_technical_contact_is_now() {
        SampleOrder order = example();
        Notice notice = new Notice.ContactChanged(List.of(1, 2), CONTACT);
        Mail mail = german(order, notice, new SamplePurchase(order).received());
        assertThat(mail.to()).isEqualTo(CUSTOMER);
        assertThat(mail.text())
                .contains("Technischer Ansprechpartner: ada@muster.example", "Kauf-Nr.: 1, 2")
                .contains("Jira Data Center", "Confluence Cloud");
    }

    @ParameterizedTest
    @EnumSource
    void mails_a_new_link_to_whom_the_expired_one_was_mailed_and_nobody_else(Language language) {
        SampleOrder order = example().in(language);
        SamplePurchase samples = new SamplePurchase(order);
        Mail mail = mail(order, Language.DE, samples.newLink(), samples.received());
        assertThat(mail.to()).isEqualTo(new Email("licenses@muster.example"));
        assertThat(mail.subject()).contains("L-2026-00017", "7K3M9X2Q4T8WZ", "4500012345");
        assertThat(mail.text()).contains(TASK.toString()).doesNotContain("Jira", "€", "Muster GmbH,");
        assertThat(mail.html()).contains("lang=\"" + language.code() + "\"", TASK.toString());
    }

    @Test
    void tells_staff_who_did_not_get_a_new_link() {
        SampleOrder order = example();
        SamplePurchase samples = new SamplePurchase(order);
        Notice undelivered = new Notice.Undelivered(
                "new-link",
                Phrase.MAIL_REFUSED.with("suppressed"),
                samples.newLink().document().reader());
        assertThat(german(order, undelivered, samples.received()).text())
                .contains("Ein neuer Link zu einem Dokument", "Empfänger: licenses@muster.example");
    }

    @Test
    @Tag("S41")
    void reminds_the_technical_contact_what_to_do() {
        SampleOrder order = example();
        PurchaseRow row = new SamplePurchase(order).purchased(VERIFICATION_PENDING);
        Mail mail = german(order, new Notice.VerificationReminder(3), row);
        assertThat(mail.to()).isEqualTo(CONTACT);
        assertThat(mail.text())
                .startsWith("Guten Tag Ada Admin,")
                .contains("vor 3 Tagen", "Öffnen Sie die E-Mail, die Atlassian an ada@muster.example geschickt hat")
                .contains("Jira Data Center", "Confluence Cloud")
                .doesNotContain("€", "/d/", "R-2026");
        assertThat(german(order, new Notice.VerificationReminder(7), row).text())
                .contains("vor 7 Tagen");
    }

    @Test
    void tells_staff_why_a_purchase_is_parked_and_what_can_be_done() {
        SampleOrder order = example();
        SamplePurchase purchase = new SamplePurchase(order);
        String call = API + "/desk/orders/7K3M9X2Q4T8WZ/purchases/1";
        Mail deviating = parked(
                order,
                SamplePurchase.parked(
                        purchase.deviating(), Phrase.DEVIATING.with(), Phrase.LINE_USERS.with(1, 500, 250)));
        assertThat(deviating.to()).isEqualTo(DESK);
        assertThat(deviating.subject()).isEqualTo("Angehalten: Auftrag 7K3M9X2Q4T8WZ, Kauf 1");
        assertThat(deviating.text())
                .contains("Grund: anders verkauft als bestellt", "Seit: 23.11.2026, 09:15 Uhr")
                .contains("Einzelheiten: Position 1: bestellt für 500 Benutzer, verkauft für 250")
                .contains("POST " + call + "/retry", "POST " + call + "/acceptance {\"reason\"")
                .doesNotContain("DELETE", "mail-address");
        assertThat(parked(order, SamplePurchase.parked(purchase.refused(), Phrase.REFUSED_BY_VENDOR.with("no credit")))
                        .text())
                .contains("POST " + call + "/retry", "DELETE " + call + "\n")
                .doesNotContain("acceptance");
        assertThat(parked(
                                order,
                                SamplePurchase.parked(
                                        purchase.purchased(VERIFICATION_PENDING),
                                        Phrase.INVOICE_MAIL_REFUSED.with("-")))
                        .text())
                .contains("POST " + call + "/retry", "PUT " + API + "/desk/orders/7K3M9X2Q4T8WZ/mail-address");
    }

    @Test
    void tells_staff_that_a_confirmation_is_parked() {
        SampleOrder order = example();
        Mail mail = parked(
                order,
                new SamplePurchase(order)
                        .received()
                        .parked(Phrase.REFUSED_BY_VENDOR.with("no credit"), SamplePurchase.NOW));
        assertThat(mail.subject()).isEqualTo("Angehalten: Auftrag 7K3M9X2Q4T8WZ");
        assertThat(mail.text())
                .contains("die Bestätigung dieses Auftrags", "PUT " + API + "/desk/orders/7K3M9X2Q4T8WZ/mail-address")
                .doesNotContain("/purchases/");
    }

    @Test
    void tells_staff_that_a_correction_is_parked_and_what_can_be_done() {
        SampleOrder order = example();
        Mail mail = parked(order, new SamplePurchase(order).correction());
        assertThat(mail.subject()).isEqualTo("Angehalten: Auftrag 7K3M9X2Q4T8WZ");
        assertThat(mail.text())
                .contains("die Korrektur einer Rechnung dieses Auftrags", "Zu Rechnung: R-2026-00017")
                .contains("POST " + API + "/desk/orders/7K3M9X2Q4T8WZ/corrections/4R7X9M2Q4T8WZ/retry")
                .contains("PUT " + API + "/desk/orders/7K3M9X2Q4T8WZ/mail-address");
    }

    @Test
    void names_who_missed_a_mail_of_every_kind_for_others_than_staff() {
        SampleOrder order = example();
        PurchaseRow row = new SamplePurchase(order).scheduled();
        for (Owed owed : new SamplePurchase(order).everyNotice()) {
            Notice notice = owed.notice();
            if (notice.reader().isStaff()) continue;
            Mail mail =
                    german(order, new Notice.Undelivered(notice.kind(), Phrase.MAIL_REFUSED.with("suppressed")), row);
            Email reader = notice.reader() == Notice.Reader.CUSTOMER ? CUSTOMER : CONTACT;
            assertThat(mail.to()).isEqualTo(DESK);
            assertThat(mail.text()).contains("Empfänger: " + reader, "Grund: abgelehnt: suppressed");
        }
        assertThat(german(order, new Notice.Undelivered("purchased", Phrase.MAIL_REFUSED.with("suppressed")), row)
                        .text())
                .contains("Empfänger: " + CONTACT)
                .doesNotContain("mail-address");
    }

    @Test
    void tells_staff_of_every_mail_that_can_come_back_and_what_to_do() {
        SampleOrder order = example();
        PurchaseRow row = new SamplePurchase(order).scheduled();
        Stream<String> notices = new SamplePurchase(order)
                .everyNotice().stream()
                        .map(Owed::notice)
                        .filter(notice -> !notice.reader().isStaff())
                        .map(Notice::kind);
        Stream<String> others = Arrays.stream(OrderMail.values()).map(OrderMail::code);
        Email other = new Email("office@muster.example");
        Stream.concat(notices, others).forEach(kind -> {
            String alone = german(order, returned(kind, null), row).text();
            assertThat(alone).contains("user unknown", "Empfänger: " + CUSTOMER, "auf anderem Weg");
            assertThat(german(order, returned(kind, other), row).text())
                    .contains("Stattdessen ab jetzt: " + other)
                    .doesNotContain("auf anderem Weg");
            assertThat(alone.contains("mail-address"))
                    .as(kind)
                    .isEqualTo(!Set.of("purchased", "verification-reminder").contains(kind));
        });
    }

    private static Notice returned(String kind, @Nullable Email instead) {
        return new Notice.Returned(
                kind, Feedback.What.BOUNCED, Phrase.MAIL_BOUNCED.with("user unknown"), CUSTOMER, instead);
    }

    @ParameterizedTest
    @EnumSource
    void mails_a_document_again_to_the_address_that_works(Language language) {
        SampleOrder order = example().in(language);
        SamplePurchase samples = new SamplePurchase(order);
        Notice again = new Notice.Redelivered(samples.newLink().document(), SamplePurchase.NOW);
        Mail mail = mail(order, Language.DE, again, samples.received());
        assertThat(mail.to()).isEqualTo(new Email("licenses@muster.example"));
        assertThat(mail.subject()).contains("L-2026-00017", "7K3M9X2Q4T8WZ", "4500012345");
        assertThat(mail.text()).contains(TASK.toString()).doesNotContain("Jira", "€");
    }

    @Test
    void gives_the_desk_all_that_it_needs_to_buy() {
        SampleOrder order = example().in(Language.EN);
        Mail mail = german(order, new Notice.DeskTask(1), new SamplePurchase(order).commissioned());
        assertThat(mail.to()).isEqualTo(DESK);
        assertThat(mail.subject()).isEqualTo("Zu kaufen: Auftrag 7K3M9X2Q4T8WZ, Kauf 1");
        assertThat(mail.text())
                .contains("Kunde: Muster GmbH (C-10042)", "Land: Deutschland (DE)")
                .contains("Ada Admin, ada@muster.example, hat laut Kunde ein Atlassian-Konto")
                .contains("Bitte bis: 23.11.2026, 13:15 Uhr", TASK.toString(), "7K3M9X2Q4T8WZ-purchase-1-1")
                .contains("Jira Data Center\n   Verlängerung · 500 Benutzer · 12 Monate · SEN-1234567\n   Anzahl: 1")
                .contains("Neue Lizenz · 200 Benutzer · 12 Monate · muster.atlassian.net");
    }

    @Test
    void reminds_the_desk_and_then_tells_its_lead() {
        SampleOrder order = example();
        PurchaseRow row = new SamplePurchase(order).commissioned();
        Mail reminder = german(order, new Notice.DeskReminder(), row);
        Mail escalation = german(order, new Notice.DeskEscalation(), row);
        assertThat(reminder.to()).isEqualTo(DESK);
        assertThat(escalation.to()).isEqualTo(LEAD);
        assertThat(List.of(reminder.text(), escalation.text())).allSatisfy(text -> assertThat(text)
                .contains("Sollte erledigt sein: 23.11.2026, 13:15 Uhr", TASK.toString()));
    }

    @Test
    void lists_the_first_fifty_lines_of_a_very_long_order() {
        SampleOrder order = anOrder();
        IntStream.range(0, 10_000).forEach(line -> order.withDataCenter());
        Mail mail = german(order, new Notice.DeskTask(1), new SamplePurchase(order).commissioned());
        assertThat(mail.text())
                .contains("Lizenzen (die ersten 50; 9.950 weitere sind hier nicht aufgeführt)", "\n50. Jira")
                .doesNotContain("\n51. ");
        assertThat(mail.html().length()).isLessThan(100_000);
    }

    @Test
    void escapes_what_others_write() {
        SampleOrder order = example().of("<b>Muster</b>");
        PurchaseRow row = SamplePurchase.parked(
                new SamplePurchase(order).refused(),
                Phrase.REFUSED_BY_VENDOR.with("<script>"),
                Phrase.MORE.with("<img src=x>"));
        assertThat(parked(order, row).html())
                .contains("&lt;script&gt;", "&lt;b&gt;Muster")
                .doesNotContain("<script", "<img", "<b>Muster");
    }

    private static Mail parked(SampleOrder order, WorkedRow row) {
        return german(order, new Notice.Parked(row.progress().parked().reason()), row);
    }

    /** In German for staff, and in the order's language for the others. */
    private static Mail german(SampleOrder order, Notice notice, WorkedRow row) {
        return mail(order, Language.DE, notice, row);
    }

    private static Mail mail(SampleOrder order, Language staff, Notice notice, WorkedRow row) {
        NoticeMails mails = new NoticeMails(Settings.readIn(staff));
        return mails.of(notice, row, order.order(), new NoticeMails.Links(URI.create(API), TASK));
    }
}
