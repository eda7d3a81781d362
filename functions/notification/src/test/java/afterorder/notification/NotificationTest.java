package afterorder.notification;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.mail.Mail;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.Sha256;
import afterorder.order.confirmation.DocumentLinks;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.export.ExportRow;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Verification;
import afterorder.order.row.HistoryEntry;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Side;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class NotificationTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Notice MOVED = new Notice.Moved(1, TODAY, TODAY.plusDays(22));
    private static final Notice CALLED_OFF = new Notice.CalledOff(1, TODAY);
    private static final String DESK = Settings.bundled().desk().email().address();
    private static final Pattern DOCUMENT_LINK = Pattern.compile("https?://\\S+/d/([A-Za-z0-9_-]{43})");
    private static final Pattern TASK_LINK =
            Pattern.compile("https://orders\\.reseller\\.example/t/([A-Za-z0-9_-]{43})");

    private final Owing owing;

    NotificationTest(LocalServices services) {
        this.owing = new Owing(services);
    }

    @Test
    void mails_the_desk_a_link_to_an_export_for_a_fortnight() {
        String customer = "C-" + UUID.randomUUID();
        owing.rows.save(ExportRow.first(customer, NOW).exported(NOW));
        owing.looksAtOverdue(ExportRow.keyOf(customer), NOW);
        ExportRow told = owing.rows.export(customer).orElseThrow();
        assertThat(told.progress().deadlines()).isEmpty();
        Mail mail = owing.services.mailsTo(DESK).stream()
                .filter(each -> each.subject().contains(customer))
                .findFirst()
                .orElseThrow();
        Matcher link = Pattern.compile("https://orders\\.reseller\\.example/d/([A-Za-z0-9_-]{43})")
                .matcher(mail.raw().replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        MailedLink opened = owing.rows.link(link.group(1)).orElseThrow();
        assertThat(opened.target()).isEqualTo(new Target.Document(told.objectKey(), new Email(DESK), Language.DE));
        assertThat(opened.until()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    }

    @Test
    void tells_the_desk_that_an_export_was_given_up_without_a_link() {
        String customer = "C-" + UUID.randomUUID();
        ExportRow row = ExportRow.first(customer, NOW);
        owing.rows.save(row.withProgress(row.progress().awaitingNothing().owing(new Notice.ExportFailed(1), NOW)));
        owing.looksAtOverdue(ExportRow.keyOf(customer), NOW);
        assertThat(owing.rows.export(customer).orElseThrow().progress().deadlines())
                .isEmpty();
        assertThat(owing.services.mailsTo(DESK).stream()
                        .filter(each -> each.subject().contains(customer)))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.raw()).contains("gescheitert").doesNotContain("/d/"));
    }

    @Test
    @Tag("S14")
    @Tag("S16")
    void mails_team_and_customer_each_a_link_to_their_side_of_an_engagement() throws Exception {
        SampleOrder order = SampleOrder.of("mixed");
        Team team = Settings.bundled().teams().team("consulting");
        EngagementRow row = owing.engagement(order, team);
        owing.looksAtOverdue(row.key(), NOW);
        assertThat(owing.row(row.key()).progress().outbox().isEmpty()).isTrue();
        assertSide(owing.mailsTo(team.email().address(), order), team.lead(), Side.TEAM);
        assertSide(owing.mailsToCustomer(order), team.email(), Side.CUSTOMER);
    }

    private void assertSide(List<Mail> mails, Email replyTo, Side side) throws MessagingException {
        assertThat(mails).hasSize(1);
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mails.getFirst().raw().getBytes(StandardCharsets.UTF_8)));
        assertThat(message.getReplyTo()).extracting(Object::toString).containsExactly(replyTo.address());
        Matcher link = Pattern.compile("https://orders\\.reseller\\.example/[a-z]/([A-Za-z0-9_-]{43})")
                .matcher(mails.getFirst().raw().replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        assertThat(owing.rows.link(link.group(1)).orElseThrow().target()).isEqualTo(new Target.Engagement(1, side));
    }

    @Test
    @Tag("S35")
    void sends_what_a_row_owes_one_after_the_other_and_writes_it_off() {
        SampleOrder order = owing.owing(MOVED, CALLED_OFF);
        assertThat(owing.deliver(order).getBatchItemFailures()).isEmpty();
        assertThat(owing.mailsToCustomer(order))
                .extracting(Mail::subject)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Neuer Kauftermin"),
                        second -> assertThat(second).startsWith("Kauf abbestellt"));
        assertThat(owing.owesNothing(order)).isTrue();
        assertThat(owing.purchase(order).progress().due()).isEmpty();
    }

    @Test
    void claims_a_notice_before_it_is_sent() {
        Deployed deployed = owing.deployed();
        owing.deliver(owing.owing(MOVED), deployed);
        assertThat(deployed.operations())
                .containsExactly("GetItem", "UpdateItem", "GetItem", "SendRawEmail", "UpdateItem");
    }

    @Test
    void leaves_a_notice_alone_that_somebody_is_sending() {
        SampleOrder order = owing.owing(MOVED);
        PurchaseRow row = owing.purchase(order);
        owing.rows.save(row.withProgress(row.progress().notifying(NOW)));
        assertThat(owing.deliver(order).getBatchItemFailures()).isEmpty();
        assertThat(owing.mailsToCustomer(order)).isEmpty();
    }

    @Test
    void sends_one_mail_when_two_deliveries_come_at_once() throws Exception {
        for (int time = 1; time <= 5; time++) {
            SampleOrder order = owing.owing(MOVED);
            Deployed one = owing.deployed();
            Deployed other = owing.deployed();
            List<Callable<Object>> deliveries =
                    List.of(() -> owing.deliver(order, one), () -> owing.deliver(order, other));
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                for (Future<Object> delivery : both.invokeAll(deliveries)) delivery.get();
            }
            assertThat(owing.mailsToCustomer(order)).hasSize(1);
            assertThat(owing.owesNothing(order)).isTrue();
        }
    }

    @Test
    void does_nothing_at_a_second_delivery() {
        SampleOrder order = owing.owing(MOVED);
        owing.deliver(order, 1);
        PurchaseRow row = owing.purchase(order);
        assertThat(owing.deliver(order, 1).getBatchItemFailures()).isEmpty();
        assertThat(owing.purchase(order)).isEqualTo(row);
        assertThat(owing.mailsToCustomer(order)).hasSize(1);
    }

    @Test
    void ends_a_message_of_an_earlier_round_without_effect() {
        SampleOrder order = owing.owing(MOVED);
        owing.looksAtOverdue(Owing.key(order), NOW.plus(Duration.ofMinutes(3))); // as if the first message was lost
        assertThat(owing.mailsToCustomer(order)).hasSize(1);
        PurchaseRow row = owing.purchase(order);
        owing.rows.save(row.withProgress(row.progress().owing(CALLED_OFF, NOW)));
        assertThat(owing.deliver(order, 1).getBatchItemFailures()).isEmpty();
        assertThat(owing.mailsToCustomer(order)).hasSize(1);
    }

    @Test
    void sends_no_mail_about_what_was_settled_meanwhile() {
        SampleOrder order = owing.owing(new Notice.Parked(Phrase.REFUSED_BY_VENDOR.with("no credit")), MOVED);
        owing.deliver(order);
        assertThat(owing.mailsTo(DESK, order)).isEmpty();
        assertThat(owing.mailsToCustomer(order)).hasSize(1);
        assertThat(owing.owesNothing(order)).isTrue();
    }

    @Test
    void tells_staff_of_a_mail_that_did_not_reach_the_customer() {
        SampleOrder order = owing.owing(MOVED);
        String log = owing.deliver(order, owing.deployed().rejectedMails()).log();
        PurchaseRow row = owing.purchase(order);
        assertThat(row.progress().outbox().notices())
                .singleElement()
                .isInstanceOfSatisfying(Notice.Undelivered.class, notice -> {
                    assertThat(notice.notice()).isEqualTo("moved");
                    assertThat(notice.reason().in(Language.DE))
                            .startsWith("abgelehnt: ")
                            .contains("not verified");
                });
        assertThat(row.progress().history().getLast().what()).isEqualTo("the mail moved was refused");
        assertThat(log).contains("the mail moved").doesNotContain("@");
        owing.looksAtOverdue(Owing.key(order), NOW.plus(Duration.ofMinutes(1)));
        assertThat(owing.mailsTo(DESK, order)).singleElement().satisfies(mail -> assertThat(text(mail))
                .contains("Ein Kauf wurde verschoben", order.customer()));
        assertThat(owing.owesNothing(order)).isTrue();
    }

    @Test
    void logs_a_mail_that_did_not_reach_staff_and_gives_it_up() {
        SampleOrder order = owing.owing(new Notice.Unverified());
        String log = owing.deliver(order, owing.deployed().rejectedMails()).log();
        PurchaseRow row = owing.purchase(order);
        assertThat(row.progress().outbox().isEmpty()).isTrue();
        assertThat(row.progress().history()).extracting(HistoryEntry::what).contains("the mail unverified was refused");
        assertThat(log).contains("the mail unverified").contains("MailRefused");
    }

    @Test
    @Tag("S41")
    void reminds_the_technical_contact_until_the_account_is_verified() {
        SampleOrder order = owing.order();
        owing.isSoldUnverified(order);
        String contact = order.order().technicalContact().email().address();
        PurchaseRow pending = owing.purchase(order);
        for (int look = 0; look < 2; look++) {
            pending = Verification.answered(pending, look, Account.NONE, NOW).orElseThrow();
        }
        owing.rows.save(pending);
        owing.handsOver(order);
        owing.deliver(order);
        assertThat(owing.mailsTo(contact, order)).singleElement().satisfies(mail -> assertThat(text(mail))
                .contains("vor 3 Tagen", "Bestätigen Sie Ihr Konto"));

        Instant later = NOW.plus(Duration.ofDays(4));
        PurchaseRow reminded = Verification.answered(owing.purchase(order), 2, Account.NONE, later)
                .orElseThrow();
        owing.rows.save(
                Verification.answered(reminded, 3, Account.VERIFIED, later).orElseThrow());
        owing.looksAtOverdue(Owing.key(order), later);
        assertThat(owing.mailsTo(contact, order)).as("settled meanwhile").hasSize(1);
        assertThat(owing.owesNothing(order)).isTrue();
    }

    @Test
    void tells_staff_of_a_parked_order() {
        SampleOrder order = owing.order();
        OrderRow row = owing.rows.order(order.id()).orElseThrow();
        owing.rows.save(row.parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("not verified"), NOW));
        owing.looksAtOverdue(RowKey.order(order.id()), NOW);
        assertThat(owing.mailsTo(DESK, order))
                .singleElement()
                .extracting(Mail::subject)
                .isEqualTo("Angehalten: Auftrag " + order.id());
        assertThat(owing.row(RowKey.order(order.id())).progress().outbox().isEmpty())
                .isTrue();
    }

    @Test
    void asks_the_desk_to_buy_with_a_link_that_opens_the_task_for_fourteen_days() {
        SampleOrder order = owing.order();
        owing.rows.save(DeskSteps.commissioned(owing.purchase(order), NOW.plusSeconds(60), NOW.plusSeconds(120), NOW));
        owing.handsOver(order);
        Deployed deployed = owing.deployed();
        String log = owing.deliver(order, deployed).log();
        String token = tokens(owing.mailsTo(DESK, order)).findFirst().orElseThrow();
        MailedLink link = owing.rows.link(token).orElseThrow();
        assertThat(link.orderId()).isEqualTo(order.id());
        assertThat(link.target()).isEqualTo(new Target.Task(1, 1));
        assertThat(link.until()).isEqualTo(NOW.plus(Duration.ofDays(14)));
        String everything = owing.dynamoDb
                .scan(scan -> scan.tableName(owing.table()))
                .items()
                .toString();
        assertThat(everything).contains(Sha256.hex(token)).doesNotContain(token);
        assertThat(log).doesNotContain(token);
    }

    @Test
    void mails_a_new_link_to_a_document_which_opens_it_for_thirteen_months() {
        SampleOrder order = owing.order();
        Target.Document invoice = invoice(order);
        OrderRow row = owing.rows.order(order.id()).orElseThrow();
        owing.rows.save(DocumentLinks.renewed(row, invoice, NOW).orElseThrow());
        owing.looksAtOverdue(RowKey.order(order.id()), NOW);
        Mail mail = assertThat(owing.mailsTo("licenses@muster.example", order))
                .singleElement()
                .actual();
        Matcher link = DOCUMENT_LINK.matcher(text(mail));
        assertThat(link.find()).isTrue();
        assertThat(owing.rows.link(link.group(1)).orElseThrow())
                .returns(invoice, MailedLink::target)
                .returns(NOW, MailedLink::madeAt)
                .returns(NOW.plus(Duration.ofDays(397)), MailedLink::until);
        assertThat(owing.mailsToCustomer(order)).isEmpty();
        assertThat(mail.raw()).contains("Reply-To: service@reseller.example").doesNotContain("In-Reply-To");
    }

    @Test
    void mails_no_new_link_that_was_revoked_meanwhile() {
        SampleOrder order = owing.order();
        OrderRow owed = DocumentLinks.renewed(owing.rows.order(order.id()).orElseThrow(), invoice(order), NOW)
                .orElseThrow();
        owing.rows.save(DocumentLinks.revoked(owed, "L-2026-00017", "leaked", NOW.plusSeconds(1)));
        owing.looksAtOverdue(RowKey.order(order.id()), NOW.plusSeconds(30));
        assertThat(owing.mailsTo("licenses@muster.example", order)).isEmpty();
        assertThat(owing.row(RowKey.order(order.id())).progress().outbox().isEmpty())
                .isTrue();
    }

    @Test
    void threads_the_mails_of_customer_and_staff_and_lets_each_reader_answer_a_person() {
        SampleOrder order = owing.owing(MOVED, new Notice.Unverified());
        String thread = "<" + owing.isConfirmed(order) + ">";
        owing.deliver(order);
        Mail toCustomer = owing.mailsToCustomer(order).getFirst();
        Mail toDesk = owing.mailsTo(DESK, order).getFirst();
        for (Mail mail : List.of(toCustomer, toDesk)) {
            assertThat(header(mail, "In-Reply-To")).isEqualTo(thread);
            assertThat(header(mail, "References")).isEqualTo(thread);
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        }
        assertThat(header(toCustomer, "Reply-To")).isEqualTo("service@reseller.example");
        assertThat(header(toDesk, "Reply-To")).isEqualTo("desk-lead@reseller.example");
    }

    private static Target.Document invoice(SampleOrder order) {
        return new Target.Document(
                "delivery-notes/" + order.id() + "/L-2026-00017.pdf",
                new Email("licenses@muster.example"),
                Language.EN);
    }

    @Test
    void lets_a_message_about_an_unknown_row_come_again() {
        assertThat(owing.deliver(SampleOrder.of("licenses"), 1).getBatchItemFailures())
                .hasSize(1);
    }

    private static Stream<String> tokens(List<Mail> mails) {
        return mails.stream()
                .map(NotificationTest::text)
                .map(TASK_LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static String header(Mail mail, String name) {
        try {
            return message(mail).getHeader(name, null);
        } catch (MessagingException unreadable) {
            throw new AssertionError("the mail cannot be read", unreadable);
        }
    }

    private static MimeMessage message(Mail mail) throws MessagingException {
        byte[] raw = mail.raw().getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private static String text(Mail mail) {
        try {
            MimeMessage message = message(mail);
            return (String)
                    ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError("the mail cannot be read", unreadable);
        }
    }
}
