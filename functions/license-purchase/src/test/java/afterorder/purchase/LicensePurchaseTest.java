package afterorder.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.LicenseOrders;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.localcloud.queue.Message;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.history.Event;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.KeyDeletion;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.purchase.Remedies;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LocalServicesExtension.class)
class LicensePurchaseTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final Seller SELLER = Settings.bundled().seller();

    private final LocalServices services;
    private final Sandbox sandbox;
    private final String table;
    private final Rows rows;
    private final Orders orders;
    private final EntitlementStore entitlements;
    private final LicenseOrders workflow;
    private final InvocationContext context = new InvocationContext();

    LicensePurchaseTest(LocalServices services) {
        this.services = services;
        this.sandbox = new Sandbox(services.vendor());
        this.table = services.newTable();
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        Deployed deployed = deployed();
        this.rows = new Rows(clients.dynamoDb(), table);
        this.orders = new Orders(
                clients.dynamoDb(), table, new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET")));
        this.entitlements = new EntitlementStore(new ObjectStore(clients.s3(), deployed.variable("KEYS_BUCKET")));
        this.workflow = new LicenseOrders(
                clients.stepFunctions(), services.function("DueWorkFunction").variable("STATE_MACHINE"));
    }

    @Test
    @Tag("S34")
    @Tag("S38")
    void buys_keeps_the_keys_apart_and_tells_the_workflow() throws Exception {
        SampleOrder order = begun();
        deliver(message(order), deployed());
        PurchaseRow row = row(order);
        assertThat(row.status()).isEqualTo(Status.PURCHASED);
        List<Entitlement> bought = entitlements.readAll(row.sale().entitlementObjects());
        assertThat(bought).extracting(Entitlement::line).containsExactly(1, 2);
        assertThat(row.toString() + context.log())
                .doesNotContain(bought.getFirst().key());
        awaitStateLeft(order, "Purchase");
        assertThat(execution(order).history().toString())
                .doesNotContain(bought.getFirst().key());
        assertThat(sandbox.sold(order.id().value())).isEqualTo(1);
    }

    @Test
    void answers_again_and_buys_nothing_at_a_second_delivery() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        deliver(message, deployed());
        PurchaseRow row = row(order);
        assertThat(deliver(message, deployed())).isEmpty();
        assertThat(row(order)).isEqualTo(row);
        assertThat(sandbox.sold(order.id().value())).isEqualTo(1);
    }

    @Test
    void leaves_a_purchase_to_a_newer_attempt() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        PurchaseRow newer = rows.save(row(order).begun(NOW));
        assertThat(deliver(message, deployed())).isEmpty();
        assertThat(row(order)).isEqualTo(newer);
        assertThat(sandbox.sold(order.id().value())).isZero();
    }

    @Test
    void parks_what_the_vendor_refuses() throws Exception {
        sandbox.next("{\"do\": \"refuse\", \"reason\": \"credit limit\"}");
        SampleOrder order = begun();
        assertThat(deliver(message(order), deployed())).isEmpty();
        PurchaseRow row = row(order);
        assertThat(row.status()).isEqualTo(Status.PURCHASING);
        assertThat(row.progress().parked().reason().in(Language.EN)).isEqualTo("refused by the vendor: credit limit");
        assertThat(row.vendor().reference()).isEqualTo(2);
        assertThat(row.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
    }

    @Test
    @Tag("S49")
    void deletes_a_key_ninety_days_after_the_end_of_its_term_and_nothing_else() throws Exception {
        SampleOrder order = begun();
        deliver(message(order), deployed());
        PurchaseRow bought = row(order);
        List<String> objects = bought.sale().entitlementObjects();
        List<Entitlement> sold = entitlements.readAll(objects);
        Instant end = KeyDeletion.next(sold, SELLER.zone()).orElseThrow();
        rows.save(KeyDeletion.awaited(bought, sold, SELLER.zone()));

        assertThat(deliverForgetting(order, end.minusSeconds(1))).isEmpty();
        assertThat(entitlements.readAll(objects)).isEqualTo(sold);
        assertThat(row(order).progress().deadlines()).containsEntry(Deadline.KEYS, end);

        Deployed deployed = deployed().disturbed(Kind.DEAD_FROM_HERE, 4);
        assertThat(deliverForgetting(order, end, deployed))
                .as("dead before its record")
                .hasSize(1);
        assertThat(deliverForgetting(order, end)).isEmpty();
        assertThat(entitlements.readAll(objects))
                .isEqualTo(sold.stream().map(license -> license.withKey(null)).toList());
        assertThat(row(order).progress().deadlines()).doesNotContainKey(Deadline.KEYS);
        PurchaseRow after = row(order);
        assertThat(deliverForgetting(order, end)).isEmpty();
        assertThat(row(order)).isEqualTo(after);
    }

    private List<String> deliverForgetting(SampleOrder order, Instant now) {
        return deliverForgetting(order, now, deployed());
    }

    private List<String> deliverForgetting(SampleOrder order, Instant now, Deployed to) {
        String body = "{\"orderId\": \"%s\", \"part\": \"purchase-1\", \"forgetKeys\": true}".formatted(order.id());
        SQSEvent event = LambdaEvent.of("license-purchase")
                .with("/Records/0/body", body)
                .with("/Records/0/attributes/SentTimestamp", Long.toString(now.toEpochMilli()))
                .as(SQSEvent.class);
        return function(to).handleRequest(event, context).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    @Test
    void asks_the_vendor_before_it_buys_again() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        try (AnsweringServer down = new AnsweringServer(503, "")) {
            assertThat(deliver(
                            message,
                            deployed().with("VENDOR_URL", down.address().toString())))
                    .isEmpty();
            assertThat(down.bodies().getFirst()).contains("\"items\"");
            assertThat(down.bodies()).hasSize(4);
        }
        assertThat(row(order).vendor().askedSince()).isEqualTo(NOW);
        assertThat(row(order).progress().deadlines()).containsOnlyKeys(Deadline.NEXT_ATTEMPT);
        rows.save(row(order).begun(NOW));
        assertThat(deliver(message.body().replace("\"attempt\":1", "\"attempt\":2"), function(deployed())))
                .isEmpty();
        assertThat(row(order).status()).isEqualTo(Status.PURCHASED);
        assertThat(row(order).vendor().reference()).isEqualTo(1);
    }

    @Test
    void waits_for_a_vendor_that_answers_later() throws Exception {
        SampleOrder order = begun();
        try (AnsweringServer later = new AnsweringServer(202, "")) {
            deliver(
                    message(order),
                    deployed().with("VENDOR_URL", later.address().toString()));
        }
        assertThat(row(order).status()).isEqualTo(Status.PURCHASING);
        assertThat(row(order).progress().due()).contains(NOW.plusSeconds(900));
        awaitStateLeft(order, "Purchase");
    }

    @Test
    @Tag("S46")
    void parks_what_stays_pending_for_a_day_and_buys_it_all_the_same_when_it_is_sold_late() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        try (AnsweringServer later = new AnsweringServer(202, "")) {
            Deployed pending = deployed().with("VENDOR_URL", later.address().toString());
            deliver(message, pending);
            rows.save(Buying.pending(row(order), NOW.plus(Duration.ofDays(1))));
            assertThat(row(order).isParked()).isTrue();
            deliverNextAttempt(order, message, pending);
            assertThat(later.bodies()).as("it was asked for").hasSize(2);
        }
        assertThat(row(order).isParked()).isTrue();
        assertThat(row(order).progress().deadlines()).containsKey(Deadline.NEXT_ATTEMPT);

        deliverNextAttempt(order, message, deployed());
        assertThat(row(order).isParked()).isFalse();
        assertThat(row(order).status()).isEqualTo(Status.PURCHASED);
        assertThat(sandbox.sold(order.id().value())).isEqualTo(1);
    }

    @Test
    void asks_nobody_about_what_only_staff_can_lead_on() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        rows.save(row(order).parked(Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW));
        assertThat(deliver(message, deployed())).isEmpty();
        assertThat(row(order).vendor().askedSince()).isNull();
    }

    @Test
    void writes_down_what_the_workflow_could_not_do() {
        SampleOrder order = begun();
        String body =
                "{\"orderId\":\"%s\",\"part\":\"purchase-1\",\"attempt\":1,\"failure\":{\"error\":\"States.Timeout\"}}";
        assertThat(deliver(body.formatted(order.id()), function(deployed()))).isEmpty();
        assertThat(row(order).progress().parked().reason().in(Language.EN))
                .isEqualTo("the workflow failed: States.Timeout");
    }

    @Test
    @Tag("S45")
    void parks_what_was_sold_only_in_part_and_keeps_what_was_sold() throws Exception {
        sandbox.next("{\"do\": \"partial\", \"lines\": {\"2\": 0}}");
        SampleOrder order = begun();
        deliver(message(order), deployed());
        PurchaseRow row = row(order);
        assertThat(row.status()).isEqualTo(Status.PURCHASING);
        assertThat(row.progress().parked().details()).containsExactly(Phrase.LINE_QUANTITY.with(2, 1, 0));
        assertThat(row.vendor().deviating().numbers()).containsExactly(1);
    }

    @Test
    @Tag("S45")
    void parks_what_was_sold_otherwise_than_ordered() throws Exception {
        sandbox.next("{\"do\": \"deviate\", \"line\": 1, \"users\": 1000}");
        SampleOrder order = begun();
        deliver(message(order), deployed());
        assertThat(row(order).progress().parked().details()).containsExactly(Phrase.LINE_USERS.with(1, 500, 1000));
    }

    @Test
    void parks_what_the_vendor_knows_otherwise_and_does_not_take_it_for_unsold() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        try (AnsweringServer conflict = new AnsweringServer(409, "")) {
            deliver(message, deployed().with("VENDOR_URL", conflict.address().toString()));
        }
        assertThat(row(order).progress().parked().reason().in(Language.EN)).startsWith("the vendor has another order");
        assertThat(Remedies.of(row(order))).containsExactly(Remedies.Remedy.RETRY);
    }

    @Test
    void leaves_a_busy_vendor_alone_as_long_as_it_asks() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        try (AnsweringServer busy = new AnsweringServer(429, "", Map.of("Retry-After", "300"))) {
            deliver(message, deployed().with("VENDOR_URL", busy.address().toString()));
            assertThat(busy.bodies()).hasSize(1);
        }
        assertThat(row(order).progress().due()).contains(NOW.plusSeconds(300));
    }

    @Test
    @Tag("S49")
    void reads_ten_thousand_licenses_in_batches_over_several_attempts() throws Exception {
        SampleOrder order = begun(VendorOrders.large(10_000));
        Message message = message(order);
        deliver(message, deployed());
        assertThat(row(order).vendor().readBack().objects()).hasSize(1);
        assertThat(row(order).progress().due()).contains(NOW);

        sandbox.door("PUT", "/limit", "{\"callsPerMinute\": 0}");
        deliverNextAttempt(order, message, deployed());
        sandbox.door("PUT", "/limit", "{\"callsPerMinute\": 600}");
        assertThat(row(order).vendor().readBack().objects()).hasSize(1);
        assertThat(row(order).progress().deadlines().get(Deadline.NEXT_ATTEMPT)).isAfter(NOW);

        deliverNextAttempt(order, message, deployed());
        PurchaseRow row = row(order);
        assertThat(row.status()).isEqualTo(Status.PURCHASED);
        List<String> objects = row.sale().entitlementObjects();
        assertThat(objects).hasSize(20);
        assertThat(entitlements.readAll(objects))
                .hasSize(10_000)
                .extracting(Entitlement::sen)
                .doesNotHaveDuplicates();
        assertThat(Json.MAPPER.writeValueAsString(row)).hasSizeLessThan(10_000);
        assertThat(sandbox.sold(order.id().value())).isEqualTo(1);
    }

    @Test
    void has_a_person_buy_and_reads_back_what_was_bought() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        deliver(message, desk());
        assertThat(row(order).vendor().desk()).isNotNull();
        assertThat(row(order).progress().deadlines()).containsOnlyKeys(Deadline.DESK, Deadline.NOTICE);
        deliverNextAttempt(order, message, desk());
        assertThat(row(order).progress().deadlines()).containsOnlyKeys(Deadline.DESK, Deadline.NOTICE);

        JsonNode bought = sandbox.bought(DeskVendorTest.AS_ORDERED);
        enter(order, bought);
        deliverNextAttempt(order, message, desk());
        PurchaseRow row = row(order);
        assertThat(row.status()).isEqualTo(Status.PURCHASED);
        List<Entitlement> sold = entitlements.readAll(row.sale().entitlementObjects());
        assertThat(sold).extracting(Entitlement::line).containsExactly(1, 2);
        String key = bought.path("licenses").path(0).path("key").asText();
        assertThat(sold.getFirst().key()).isEqualTo(key);
        assertThat(Json.MAPPER.writeValueAsString(row) + context.log()).doesNotContain(key.substring(0, 60));
    }

    @Test
    void parks_what_a_person_bought_otherwise_than_ordered() throws Exception {
        SampleOrder order = begun();
        Message message = message(order);
        deliver(message, desk());
        enter(order, sandbox.bought(DeskVendorTest.AS_ORDERED.replace("\"users\": 200", "\"users\": 300")));
        deliverNextAttempt(order, message, desk());
        assertThat(row(order).progress().parked().details()).containsExactly(Phrase.LINE_USERS.with(2, 200, 300));
    }

    private void enter(SampleOrder order, JsonNode bought) {
        PurchaseRow row = row(order);
        JsonNode license = bought.path("licenses").path(0);
        String object = entitlements.keepEntered(
                row,
                List.of(new EnteredLicense(
                        1, license.path("sen").asText(), license.path("key").asText())));
        DeskTask task = DeskVendorTest.task(bought.path("orderId").asText(), object);
        rows.save(DeskSteps.entered(row, task, 1, NOW));
    }

    private Deployed desk() {
        return deployed().with("VENDOR", "desk");
    }

    /** As due-work and the workflow do, with the time that the function has in the cloud. */
    private void deliverNextAttempt(SampleOrder order, Message message, Deployed to) {
        PurchaseRow next = rows.save(row(order).begun(NOW));
        String body = message.body()
                .replace("\"attempt\":1", "\"attempt\":" + next.progress().attempt());
        SQSEvent event =
                LambdaEvent.of("license-purchase").with("/Records/0/body", body).as(SQSEvent.class);
        function(to).handleRequest(event, new InvocationContext(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED") // which ends the handler as death does
    @Tag("S34")
    void ends_with_one_purchase_whichever_call_goes_wrong(Kind kind) throws Exception {
        List<String> calls = callsOfAnUndisturbedRun();
        Deployed troubled = deployed();
        LicensePurchase disturbed = function(troubled);
        LicensePurchase undisturbed = function(deployed());
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = begun();
            Message message = message(order);
            troubled.disturbed(kind, call);
            deliver(message.body(), disturbed);
            assertThat(deliver(message.body(), undisturbed)).as(fault).isEmpty();
            assertThat(row(order).status()).as(fault).isEqualTo(Status.PURCHASED);
            assertThat(sandbox.sold(order.id().value())).as(fault).isEqualTo(1);
            awaitStateLeft(order, "Purchase");
        }
    }

    private List<String> callsOfAnUndisturbedRun() {
        Deployed undisturbed = deployed();
        deliver(message(begun()), undisturbed);
        return undisturbed.operations();
    }

    /** An order whose purchase has begun, and its execution. */
    private SampleOrder begun() {
        return begun(SampleOrder.of("licenses"));
    }

    private SampleOrder begun(SampleOrder order) {
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        workflow.start(rows.save(VendorOrders.purchase(order).begun(NOW)));
        return order;
    }

    /** What the workflow sends for this order. */
    private Message message(SampleOrder order) {
        String queue = services.queueUrl("LicensePurchasesQueue");
        return await().until(
                        () -> services.receive(queue).stream()
                                .filter(message ->
                                        message.body().contains(order.id().value()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<String> deliver(Message message, Deployed to) {
        return deliver(message.body(), function(to));
    }

    /** @return the ids of messages that come again */
    private List<String> deliver(String body, LicensePurchase function) {
        SQSEvent event =
                LambdaEvent.of("license-purchase").with("/Records/0/body", body).as(SQSEvent.class);
        return function.handleRequest(event, context).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static LicensePurchase function(Deployed deployed) {
        return new LicensePurchase(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
    }

    private void awaitStateLeft(SampleOrder order, String state) {
        await().until(() -> execution(order).history().stream()
                .map(Event::toString)
                .anyMatch(event -> event.contains("StateExited") && event.contains(state)));
    }

    private Execution execution(SampleOrder order) {
        return services.executions(order.id().value()).getFirst();
    }

    private PurchaseRow row(SampleOrder order) {
        return rows.purchase(order.id(), 1).orElseThrow();
    }

    private Deployed deployed() {
        return services.function("LicensePurchaseFunction").on(table);
    }
}
