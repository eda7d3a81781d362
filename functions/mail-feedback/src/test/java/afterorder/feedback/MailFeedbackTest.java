package afterorder.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Mailer;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.localcloud.queue.Message;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.export.ExportRow;
import afterorder.order.feedback.Feedback.What;
import afterorder.order.feedback.MailId;
import afterorder.order.feedback.OrderMail;
import afterorder.order.feedback.Returned;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Outbox;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LocalServicesExtension.class)
class MailFeedbackTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final String ADDRESSEE = "orders@muster.example";
    private static final String SIMULATOR = "@simulator.amazonses.com";

    private final LocalServices services;
    private final String table;
    private final Rows rows;
    private final Orders orders;
    private final Mailer mailer;

    MailFeedbackTest(LocalServices services) {
        this.services = services;
        this.table = services.newTable();
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        this.rows = new Rows(clients.dynamoDb(), table);
        this.orders = new Orders(
                clients.dynamoDb(),
                table,
                new ObjectStore(clients.s3(), deployed().variable("DOCUMENTS_BUCKET")));
        Deployed sender = services.function("NotificationFunction");
        Clients senders = new Clients(sender.endpoint(), sender.region(), sender.credentials());
        this.mailer = new Mailer(senders.ses(), new Environment(sender.variables()));
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, BOUNCED, came back: smtp; 550 5.1.1 user unknown",
        "suppressionlist, BOUNCED, came back: Amazon SES has suppressed",
        "complaint, COMPLAINED, its reader marked it as spam: abuse",
        "ooto, UNCERTAIN, 'came back: Transient, General'"
    })
    void learns_from_ses_what_became_of_a_mail(String simulated, What what, String reason) {
        String address = simulated + "+" + UUID.randomUUID() + SIMULATOR;
        SampleOrder order = sent(address);
        assertThat(delivered(sends(order, address), deployed()).getBatchItemFailures())
                .isEmpty();
        assertThat(row(order).progress().returned()).singleElement().satisfies(mail -> {
            assertThat(mail.mail()).isEqualTo("confirmation");
            assertThat(mail.to().address()).isEqualTo(address);
            assertThat(mail.what()).isEqualTo(what);
            assertThat(mail.reason().in(Language.EN)).startsWith(reason);
            assertThat(mail.at()).isEqualTo(NOW);
        });
        boolean isOfNoUse = what != What.UNCERTAIN;
        assertThat(row(order).amendments().inUse(new Email(address)))
                .isEqualTo(new Email(isOfNoUse ? order.customer() : address));
    }

    @Test
    void hears_nothing_of_a_mail_that_arrives() {
        SampleOrder order = sent(ADDRESSEE);
        mailer.send(confirmation(order), new Email(order.customer()), mime());
        assertThat(services.receive(queue())).isEmpty();
    }

    @Test
    void writes_order_and_purchase_together() {
        String address = "bounce+" + UUID.randomUUID() + SIMULATOR;
        SampleOrder order = sent(address);
        PurchaseRow purchase = rows.save(PurchaseRow.scheduled(
                order.id(),
                order.row().plans().getFirst(),
                order.order().technicalContact(),
                Settings.bundled().seller(),
                NOW));
        Notice moved = new Notice.Moved(1, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 1));
        PurchaseRow owing = rows.save(purchase.withProgress(purchase.progress().owing(moved, NOW)));
        MailId mail = MailId.of(owing.key(), owing.progress().outbox());
        rows.save(owing.withProgress(owing.progress().notified()));
        delivered(sends(mail, address), deployed());
        assertThat(row(order).amendments().inUse(new Email(address))).isEqualTo(new Email(order.customer()));
        assertThat(rows.purchase(purchase.key())
                        .orElseThrow()
                        .progress()
                        .outbox()
                        .notices())
                .contains(moved)
                .anyMatch(notice -> notice instanceof Notice.Returned);
    }

    @ParameterizedTest
    @EnumSource
    void says_it_once_whichever_call_goes_wrong(Faults.Kind kind) {
        Deployed undisturbed = deployed();
        delivered(bounce(sent(ADDRESSEE)), undisturbed);
        for (int call = 1; call <= undisturbed.operations().size(); call++) {
            SampleOrder order = sent(ADDRESSEE);
            SQSEvent event = bounce(order);
            delivered(event, deployed().disturbed(kind, call));
            assertThat(delivered(event, deployed()).getBatchItemFailures()).isEmpty();
            Outbox outbox = row(order).progress().outbox();
            assertThat(outbox.notices()).as("%s at call %d", kind, call).hasSize(2);
            assertThat(row(order).progress().returned()).hasSize(1);
        }
    }

    @Test
    void holds_the_right_to_read_and_write_rows_and_nothing_else() {
        Deployed deployed = deployed();
        delivered(bounce(sent(ADDRESSEE)), deployed);
        assertThat(deployed.operations()).containsExactly("GetItem", "TransactWriteItems");
    }

    @Test
    void tells_who_watches_the_logs_of_a_mail_to_the_desk_and_names_nobody() {
        ExportRow export =
                rows.save(ExportRow.first("C-" + UUID.randomUUID(), NOW).exported(NOW));
        String address = "bounce+" + UUID.randomUUID() + SIMULATOR;
        InvocationContext context = new InvocationContext();
        SQSEvent event = sends(MailId.of(export.key(), export.progress().outbox()), address);
        function(deployed()).handleRequest(event, context);
        assertThat(context.log())
                .contains("the mail exported: bounced", export.key().orderId(), "\"StaffMailsLost\":1")
                .doesNotContain(address);
        assertThat(rows.worked(export.key()).orElseThrow().progress().returned())
                .extracting(Returned::mail)
                .containsExactly("exported");
    }

    @Test
    void lets_go_what_no_row_knows_and_leaves_to_a_person_what_is_none_of_our_mails() {
        SQSEvent gone = LambdaEvent.of("mail-feedback").as(SQSEvent.class);
        assertThat(delivered(gone, deployed()).getBatchItemFailures()).isEmpty();
        SQSEvent strange = LambdaEvent.of("mail-feedback")
                .with("/Records/0/body", "{\"eventType\":\"Open\",\"mail\":{}}")
                .as(SQSEvent.class);
        assertThat(delivered(strange, deployed()).getBatchItemFailures()).hasSize(1);
    }

    /** An order whose confirmation went to that address of its own. */
    private SampleOrder sent(String addressee) {
        SampleOrder order = SampleOrder.of("mixed");
        OrderRow row = order.row();
        orders.create(row, order.order(), SampleOrder.RETENTION);
        OrderRow placed = rows.order(order.id()).orElseThrow();
        OrderRow addressed = addressee.equals(ADDRESSEE)
                ? placed
                : rows.save(placed.withAddress(new Email(ADDRESSEE), new Email(addressee), NOW));
        rows.save(addressed
                .sending("AB-" + order.id(), LocalDate.of(2026, 11, 23), NOW)
                .sent("first@eu-central-1.amazonses.com", NOW));
        assertThat(row(order)
                        .asItStands(order.order())
                        .recipient(DocumentKind.CONFIRMATION)
                        .email()
                        .address())
                .isEqualTo(addressee);
        return order;
    }

    private static MailId confirmation(SampleOrder order) {
        return MailId.of(RowKey.order(order.id()), OrderMail.CONFIRMATION);
    }

    private SQSEvent sends(SampleOrder order, String address) {
        return sends(confirmation(order), address);
    }

    /** Sends a mail; SES publishes what becomes of it, and its topic hands that on. */
    private SQSEvent sends(MailId mail, String address) {
        mailer.send(mail, new Email(address), mime());
        List<Message> published = new ArrayList<>();
        await().until(() -> published.addAll(services.receive(queue())));
        return event(published.getFirst().body());
    }

    private static SQSEvent bounce(SampleOrder order) {
        SQSEvent event = LambdaEvent.of("mail-feedback").as(SQSEvent.class);
        String body = event.getRecords().getFirst().getBody();
        return event(body.replace("7K3M9X2Q4T8WZ", order.id().value()));
    }

    private static SQSEvent event(String body) {
        return LambdaEvent.of("mail-feedback")
                .with("/Records/0/body", body)
                .with("/Records/0/attributes/SentTimestamp", Long.toString(NOW.toEpochMilli()))
                .as(SQSEvent.class);
    }

    private SQSBatchResponse delivered(SQSEvent event, Deployed to) {
        return function(to).handleRequest(event, new InvocationContext());
    }

    private static MailFeedback function(Deployed deployed) {
        return new MailFeedback(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()));
    }

    private Deployed deployed() {
        return services.function("MailFeedbackFunction").on(table);
    }

    private String queue() {
        return services.queueUrl("MailFeedbackQueue");
    }

    private OrderRow row(SampleOrder order) {
        return rows.order(order.id()).orElseThrow();
    }

    private static byte[] mime() {
        return "From: orders@reseller.example\r\nSubject: Your order\r\n\r\nThank you.\r\n"
                .getBytes(StandardCharsets.UTF_8);
    }
}
