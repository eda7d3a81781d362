package afterorder.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Rows;
import afterorder.localcloud.queue.Message;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.order.Amendments;
import afterorder.order.Commissioning;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.LineSelection;
import afterorder.order.Money;
import afterorder.order.Phrase;
import afterorder.order.confirmation.Confirmation;
import afterorder.order.confirmation.Keeping;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Issue;
import afterorder.order.correction.Request;
import afterorder.order.correction.Wanted;
import afterorder.order.export.ExportRow;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.BillingSteps;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Tax.Category;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdRow;
import afterorder.order.tax.VatIdRow.Decision;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalServicesExtension.class)
class DueWorkTest {
    private static final Tax TAX = new Tax(Category.STANDARD, BigDecimal.valueOf(19));
    private static final Instant NOW = SampleOrder.PLACED;
    private static final Seller SELLER = Settings.bundled().seller();

    private final LocalServices services;
    private final String table;
    private final Deployed deployed;
    private final DueWork dueWork;
    private final DynamoDbClient dynamoDb;
    private final Rows rows;
    private final SampleOrder order = SampleOrder.of("mixed");

    DueWorkTest(LocalServices services) {
        this.services = services;
        table = services.newTable();
        deployed = services.function("DueWorkFunction").on(table);
        dueWork = dueWork(deployed);
        dynamoDb = new Clients(services.endpoint(), services.region(), services.credentials()).dynamoDb();
        rows = new Rows(dynamoDb, table);
    }

    @Test
    void leaves_alone_what_is_in_time() {
        OrderRow row = rows.save(order.row());
        runAt(NOW.plusSeconds(60));
        assertThat(rows.order(order.id())).contains(row);
        assertThat(handedOver()).isEmpty();
    }

    /** As an index has it that lags behind the table: it names a row whose deadline was moved meanwhile. */
    @Test
    void does_nothing_about_what_an_index_names_no_longer_rightly() {
        OrderRow row = rows.save(order.row());
        Instant now = NOW.plusSeconds(60);
        index(order.id().value(), NOW.minusSeconds(60));
        runAt(now);
        assertThat(rows.order(order.id())).contains(row);
        assertThat(handedOver()).isEmpty();
    }

    @Test
    @Tag("S3")
    void hands_over_again_an_order_whose_message_got_lost() {
        rows.save(order.row());
        runAt(NOW.plus(Duration.ofMinutes(3)));
        assertThat(handedOver()).containsExactly("{\"orderId\":\"" + order.id() + "\"}");
        runAt(NOW.plus(Duration.ofMinutes(4)));
        assertThat(handedOver()).as("its next deadline lies ahead").isEmpty();
        runAt(NOW.plus(Duration.ofMinutes(20)));
        assertThat(handedOver()).hasSize(1);
    }

    @Test
    @Tag("S3")
    void takes_a_confirmation_back_only_when_it_finds_it_late_twice_and_unchanged() {
        rows.save(rows.save(order.row()).sending("AB-2026-00001", SELLER.dateAt(NOW), NOW));
        Instant late = NOW.plus(Duration.ofMinutes(2));
        runAt(late);
        assertThat(rows.order(order.id()).orElseThrow().confirmation().status()).isEqualTo(Confirmation.Status.SENDING);
        assertThat(handedOver()).isEmpty();
        runAt(late.plus(Duration.ofMinutes(2)));
        OrderRow back = rows.order(order.id()).orElseThrow();
        assertThat(back.awaitsSending()).isTrue();
        assertThat(back.number()).contains("AB-2026-00001");
        assertThat(handedOver()).hasSize(1);
    }

    @Test
    void parks_a_confirmation_that_was_tried_too_often() {
        OrderRow row = rows.save(order.row());
        Instant now = NOW;
        for (int attempt = 0; attempt < Progress.MOST_ATTEMPTS; attempt++) {
            now = now.plus(Duration.ofHours(2));
            runAt(now);
        }
        row = rows.save(rows.order(order.id()).orElseThrow().sending("AB-2026-00001", SELLER.dateAt(NOW), now));
        runAt(now.plus(Duration.ofMinutes(2)));
        runAt(now.plus(Duration.ofMinutes(4)));
        row = rows.order(order.id()).orElseThrow();
        assertThat(row.progress().parked().reason().in(Language.EN)).contains("6 attempts");
        assertThat(row.progress().deadlines()).as("staff is to be told").containsOnlyKeys(Deadline.NOTICE);
        runAt(now.plus(Duration.ofMinutes(5)));
        assertThat(received("NOTICES_QUEUE"))
                .containsExactly("{\"orderId\":\"%s\",\"part\":\"order\",\"round\":1}".formatted(order.id()));
    }

    @Test
    void gives_a_mail_up_that_kills_whoever_sends_it_and_has_staff_told() {
        PurchaseRow planned = purchase(2);
        Notice moved = new Notice.Moved(2, planned.purchaseOn(), planned.purchaseOn());
        rows.save(planned.withProgress(planned.progress().owing(moved, NOW)));
        Instant now = NOW;
        for (int claims = 0; claims < Progress.MOST_ATTEMPTS; claims++) {
            runAt(now);
            PurchaseRow handedOver = rows.purchase(planned.key()).orElseThrow();
            assertThat(handedOver.progress().outbox().first()).isEqualTo(moved);
            rows.save(handedOver.withProgress(handedOver.progress().notifying(now)));
            now = now.plus(Duration.ofMinutes(3));
            runAt(now);
            now = now.plus(Duration.ofMinutes(3));
        }
        InvocationContext context = new InvocationContext();
        dueWork.handleRequest(event(now), context);
        assertThat(context.log()).contains("the mail moved", "was given up");
        PurchaseRow row = rows.purchase(planned.key()).orElseThrow();
        assertThat(row.progress().history().getLast().what()).isEqualTo("the mail moved was given up");
        assertThat(row.progress().outbox().notices())
                .containsExactly(new Notice.Undelivered("moved", Phrase.MAIL_UNSENT.with(Progress.MOST_ATTEMPTS)));
        assertThat(received("NOTICES_QUEUE"))
                .as("the last one is about the mail to staff")
                .hasSize(7);
    }

    @Test
    @Tag("S40")
    void has_the_vendor_asked_about_a_contact_whose_account_waits_to_be_verified() {
        PurchaseRow asking = Buying.asking(purchase(1).begun(NOW), NOW);
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.NONE, List.of("keys"), null), NOW);
        PurchaseRow sold = Buying.completed(read, new Comparison(List.of(), asking.lines()), NOW);
        rows.save(sold.withProgress(sold.progress().awaitingNothing()));
        runAt(NOW.plus(Duration.ofHours(23)));
        assertThat(received("LICENSE_PURCHASES_QUEUE")).isEmpty();
        runAt(NOW.plus(Duration.ofHours(24)));
        assertThat(received("LICENSE_PURCHASES_QUEUE"))
                .containsExactly("{\"orderId\":\"%s\",\"part\":\"purchase-1\",\"look\":0}".formatted(order.id()));
    }

    @Test
    @Tag("S35")
    void begins_a_purchase_on_its_day() {
        PurchaseRow deferred = rows.save(purchase(2));
        Instant day = deferred.progress().due().orElseThrow();
        runAt(day.minusSeconds(60));
        assertThat(executions()).isEmpty();
        runAt(day);
        PurchaseRow begun = rows.purchase(deferred.key()).orElseThrow();
        assertThat(begun.status()).isEqualTo(PurchaseRow.Status.PURCHASING);
        assertThat(executions()).containsExactly(order.id() + "-purchase-2-1");
    }

    @Test
    void starts_a_purchase_anew_whose_attempt_is_dead() {
        PurchaseRow begun = rows.save(purchase(1).begun(NOW));
        runAt(NOW.plus(Duration.ofMinutes(3)));
        assertThat(executions()).isEmpty();
        runAt(NOW.plus(Duration.ofMinutes(6)));
        assertThat(executions()).containsExactly(order.id() + "-purchase-1-2");
        assertThat(rows.purchase(begun.key()).orElseThrow().progress().attempt())
                .isEqualTo(2);
    }

    @Test
    @Tag("S46")
    void looks_on_at_what_is_parked_since_the_vendor_has_not_answered() {
        PurchaseRow asking = Buying.asking(purchase(1).begun(NOW), NOW);
        Instant parkedAt = NOW.plus(Duration.ofDays(1));
        PurchaseRow parked = rows.save(Buying.pending(asking, parkedAt));
        runAt(parkedAt);
        assertThat(executions()).isEmpty();
        assertThat(received("NOTICES_QUEUE")).hasSize(1);
        runAt(parkedAt.plus(Duration.ofHours(1)));
        assertThat(executions()).containsExactly(order.id() + "-purchase-1-2");
        assertThat(rows.purchase(parked.key()).orElseThrow().isParked()).isTrue();
    }

    @Test
    void does_not_disturb_a_step_that_wrote_since_it_was_suspected() {
        PurchaseRow begun = rows.save(purchase(1).begun(NOW));
        runAt(NOW.plus(Duration.ofMinutes(3)));
        rows.save(Buying.asking(rows.purchase(begun.key()).orElseThrow(), NOW.plus(Duration.ofMinutes(3))));
        runAt(NOW.plus(Duration.ofMinutes(6)));
        assertThat(executions()).isEmpty();
    }

    @Test
    void leaves_an_overdue_row_when_it_dies_between_row_and_execution() {
        rows.save(purchase(1));
        DueWork dying =
                dueWork(services.function("DueWorkFunction").on(table).disturbed(Faults.Kind.DEAD_FROM_HERE, 4));
        assertThatThrownBy(() -> dying.handleRequest(event(NOW), new InvocationContext()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows.purchase(purchase(1).key()).orElseThrow().status()).isEqualTo(PurchaseRow.Status.PURCHASING);
        assertThat(executions()).isEmpty();
        runAt(NOW.plus(Duration.ofMinutes(3)));
        runAt(NOW.plus(Duration.ofMinutes(6)));
        assertThat(executions()).containsExactly(order.id() + "-purchase-1-2");
    }

    @Test
    void tells_the_figures_that_alarms_go_by() throws JsonProcessingException {
        rows.save(order.row());
        OrderRow parked = SampleOrder.of("licenses").row().parked(Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW);
        rows.save(parked);
        InvocationContext context = new InvocationContext();
        dueWork.handleRequest(event(NOW.plus(Duration.ofMinutes(3))), context);
        JsonNode line = Json.MAPPER.readTree(context.log().lines().toList().getLast());
        assertThat(line.path("_aws").isObject()).isTrue();
        assertThat(line.path("OverdueRows").asInt()).isEqualTo(2);
        assertThat(line.path("OldestOverdueSeconds").asInt())
                .as("staff is to be told at once")
                .isEqualTo(180);
        assertThat(line.path("ParkedRows").asInt()).isEqualTo(1);
        assertThat(line.path("PurchasesOverADay").asInt()).isZero();
    }

    @Test
    void lets_a_row_that_fails_not_hold_up_the_others_and_fails_at_the_end() {
        putBroken("0000000000000");
        rows.save(order.row());
        InvocationContext context = new InvocationContext();
        assertThatThrownBy(() -> dueWork.handleRequest(event(NOW.plus(Duration.ofMinutes(3))), context))
                .hasMessage("1 overdue rows could not be handed on");
        assertThat(context.log()).contains("0000000000000");
        assertThat(handedOver()).hasSize(1);
    }

    @Test
    void stops_before_its_time_is_up() {
        rows.save(order.row());
        dueWork.handleRequest(event(NOW.plus(Duration.ofMinutes(3))), new InvocationContext(Duration.ofSeconds(9)));
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void gives_the_rows_of_an_order_up_when_its_last_invoice_is_kept_no_longer() {
        confirmed();
        rows.save(invoiced(purchase(1)));
        rows.save(VatIdRow.unasked(order.id()).decided(new Decision(Treatment.DOMESTIC, "no proof", NOW)));
        runAt(Instant.parse("2032-12-31T23:00:00Z"));
        assertThat(expiring()).as("the invoice is kept for two more years").isEmpty();
        assertThat(rows.order(order.id()).orElseThrow().progress().deadlines())
                .containsEntry(Deadline.KEPT, Instant.parse("2034-12-31T23:00:00Z"));
        runAt(Instant.parse("2034-12-31T22:59:00Z"));
        assertThat(expiring()).isEmpty();
        runAt(Instant.parse("2034-12-31T23:00:00Z"));
        assertThat(expiring()).containsExactlyInAnyOrder("order", "purchase-1", "vat-id");
        assertThat(rows.order(order.id()).orElseThrow().progress().due()).isEmpty();
    }

    @Test
    void keeps_the_rows_of_an_order_as_long_as_what_took_an_invoice_back() {
        confirmed();
        PurchaseRow purchase = rows.save(invoiced(purchase(1)));
        rows.save(InvoiceRow.of("R-2026-00001", purchase.key()));
        Instant later = Instant.parse("2028-02-01T12:00:00Z");
        Wanted wanted = new Wanted.Cancellation("R-2026-00001", purchase.lines(), "wrong name");
        CorrectionRow correction = CorrectionRow.wanted(order.id(), new Request("NAME", "hash"), wanted, later);
        Issue issue = new Issue("S-2028-00001", SELLER.dateAt(later), TAX, null, null);
        rows.save(correction.numbered(issue, later).mailing(later).sent(List.of(), later));
        runAt(Instant.parse("2034-12-31T23:00:00Z"));
        assertThat(expiring()).isEmpty();
        runAt(Instant.parse("2036-12-31T23:00:00Z"));
        assertThat(expiring())
                .containsExactlyInAnyOrder(
                        "order", "purchase-1", correction.key().part(), "invoice");
    }

    @Test
    void hands_a_wanted_correction_of_an_invoice_over_and_again_when_nobody_issues_it() {
        Wanted wanted = new Wanted.Cancellation("R-2026-00001", LineSelection.of(List.of(1)), "wrong name");
        CorrectionRow row = rows.save(CorrectionRow.wanted(order.id(), new Request("NAME", "hash"), wanted, NOW));
        runAt(NOW);
        String message = "{\"orderId\":\"%s\",\"part\":\"%s\",\"attempt\":%d}";
        assertThat(received("CORRECTIONS_QUEUE"))
                .containsExactly(message.formatted(order.id(), row.key().part(), 1));
        for (int minute = 1; minute <= 5; minute++) runAt(NOW.plus(Duration.ofMinutes(minute)));
        assertThat(received("CORRECTIONS_QUEUE"))
                .containsExactly(message.formatted(order.id(), row.key().part(), 2));
    }

    @Test
    void keeps_the_rows_of_an_order_with_an_open_purchase() {
        confirmed();
        PurchaseRow open = purchase(1);
        rows.save(open.withProgress(open.progress().awaitingNothing()));
        runAt(Instant.parse("2033-01-01T12:00:00Z"));
        assertThat(expiring()).isEmpty();
        assertThat(rows.order(order.id()).orElseThrow().progress().deadlines())
                .containsEntry(Deadline.KEPT, Instant.parse("2041-12-31T23:00:00Z"));
    }

    @Test
    void has_keys_deleted_whose_time_is_over() {
        PurchaseRow billed = invoiced(purchase(1));
        rows.save(billed.withProgress(billed.progress().beside(Deadline.KEYS, NOW.plusSeconds(60))));
        runAt(NOW.plusSeconds(59));
        assertThat(received("LICENSE_PURCHASES_QUEUE")).isEmpty();
        runAt(NOW.plusSeconds(60));
        assertThat(received("LICENSE_PURCHASES_QUEUE"))
                .singleElement()
                .asString()
                .contains("\"part\":\"purchase-1\"", "\"forgetKeys\":true");
        runAt(NOW.plusSeconds(120));
        assertThat(received("LICENSE_PURCHASES_QUEUE"))
                .as("an hour later, if it got lost")
                .isEmpty();
    }

    @Test
    void hands_over_an_export_that_is_wanted() {
        String customer = "C-" + order.id();
        rows.save(ExportRow.first(customer, NOW));
        runAt(NOW);
        assertThat(received("EXPORTS_QUEUE")).containsExactly("{\"customerNumber\":\"" + customer + "\",\"number\":1}");
        runAt(NOW.plusSeconds(60));
        assertThat(received("EXPORTS_QUEUE")).isEmpty();
    }

    private PurchaseRow invoiced(PurchaseRow scheduled) {
        PurchaseRow asking = Buying.asking(scheduled.begun(NOW), NOW);
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.EXISTING, List.of("keys.json"), null), NOW);
        PurchaseRow purchased = Buying.completed(read, new Comparison(List.of(), asking.lines()), NOW);
        Money total = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));
        Billing billing = new Billing(
                "R-2026-00001", "L-2026-00001", SELLER.dateAt(NOW), total, TAX, Amendments.NONE, null, null);
        return BillingSteps.invoiced(BillingSteps.numbered(purchased, billing, NOW), NOW);
    }

    @Test
    @Tag("S15")
    void has_a_team_reminded_and_then_its_lead_while_it_has_not_contacted_the_customer() {
        Team team = Settings.bundled().teams().team("consulting");
        Commissioning commissioning = new Commissioning("Erika Muster", SELLER.dateAt(NOW), null, NOW);
        EngagementRow row = rows.save(EngagementRow.planned(
                order.id(), order.row().engagements().getFirst(), Optional.of(commissioning), team, NOW));
        runAt(NOW.plus(Duration.ofMinutes(1)));
        assertThat(engagement(row).progress().outbox().notices()).containsExactly(new ServiceNotice.EngagementTask());
        assertThat(received("NOTICES_QUEUE")).hasSize(1);
        runAt(NOW.plus(Duration.ofHours(6)));
        assertThat(engagement(row).progress().outbox().notices()).contains(new ServiceNotice.ContactReminder());
        runAt(NOW.plus(Duration.ofHours(26)));
        assertThat(engagement(row).progress().outbox().notices()).contains(new ServiceNotice.ContactEscalation());
        assertThat(engagement(row).progress().deadlines().get(Deadline.CONTACT))
                .isAfter(NOW.plus(Duration.ofHours(26)));
    }

    @Test
    @Tag("S26")
    void hands_over_a_closed_engagement_whose_record_is_to_be_issued() {
        Team team = Settings.bundled().teams().team("consulting");
        EngagementRow row =
                EngagementRow.planned(order.id(), order.row().engagements().getFirst(), Optional.empty(), team, NOW);
        EngagementRow late = rows.save(row.withProgress(row.progress().awaiting(Deadline.NEXT_ATTEMPT, NOW)));
        runAt(NOW.plus(Duration.ofMinutes(1)));
        assertThat(received("ENGAGEMENTS_QUEUE"))
                .containsExactly("{\"orderId\":\"%s\",\"part\":\"%s\",\"attempt\":1}"
                        .formatted(order.id(), late.key().part()));
    }

    private EngagementRow engagement(EngagementRow row) {
        return rows.engagement(row.key()).orElseThrow();
    }

    /** The confirmation is out, and its rows are kept. */
    private void confirmed() {
        OrderRow sent = rows.save(order.row())
                .sending("AB-2026-00001", SELLER.dateAt(NOW), NOW)
                .sent("id@mail.example", NOW);
        rows.save(Keeping.begun(sent, SELLER.zone()));
    }

    /** The parts of the order that DynamoDB is to delete. */
    private List<String> expiring() {
        return dynamoDb.scan(scan -> scan.tableName(table)).items().stream()
                .filter(item -> item.containsKey("expiresAt"))
                .map(item -> item.get("part").s())
                .toList();
    }

    private void runAt(Instant now) {
        dueWork.handleRequest(event(now), new InvocationContext());
    }

    private static ScheduledEvent event(Instant now) {
        return LambdaEvent.of("due-work").with("/time", now.toString()).as(ScheduledEvent.class);
    }

    private List<String> handedOver() {
        return received("ACCEPTED_ORDERS_QUEUE");
    }

    private List<String> received(String queue) {
        List<String> bodies = new ArrayList<>();
        List<Message> messages;
        do {
            messages = services.receive(deployed.variable(queue));
            messages.stream()
                    .map(Message::body)
                    .filter(body -> body.contains(order.id().value()))
                    .forEach(bodies::add);
        } while (!messages.isEmpty());
        return bodies;
    }

    private List<String> executions() {
        return services.executions(order.id().value()).stream()
                .map(Execution::name)
                .toList();
    }

    private PurchaseRow purchase(int number) {
        return PurchaseRow.scheduled(
                order.id(),
                order.row().plan(number).orElseThrow(),
                order.order().technicalContact(),
                SELLER,
                NOW);
    }

    private void putBroken(String orderId) {
        dynamoDb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "orderId", AttributeValue.fromS(orderId),
                        "part", AttributeValue.fromS("order"),
                        "data", AttributeValue.fromS("{"),
                        "dueKey", AttributeValue.fromS("due"),
                        "due", AttributeValue.fromS("2026-01-01T00:00:00.000Z"))));
    }

    /** Has the index of deadlines say something else than the row. */
    private void index(String orderId, Instant due) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(Map.of("orderId", AttributeValue.fromS(orderId), "part", AttributeValue.fromS("order")))
                .updateExpression("SET due = :due")
                .expressionAttributeValues(Map.of(":due", AttributeValue.fromS(due.toString()))));
    }

    private static DueWork dueWork(Deployed deployed) {
        return new DueWork(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
    }
}
