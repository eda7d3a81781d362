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
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LocalServicesExtension.class)
class LicensePurchaseTest {
    private static final Instant NOW = SampleOrder.PLACED;

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
        assertThat(row.progress().parked().reason()).isEqualTo("refused by the vendor: credit limit");
        assertThat(row.vendor().reference()).isEqualTo(2);
        assertThat(row.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
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
    void writes_down_what_the_workflow_could_not_do() {
        SampleOrder order = begun();
        String body =
                "{\"orderId\":\"%s\",\"part\":\"purchase-1\",\"attempt\":1,\"failure\":{\"error\":\"States.Timeout\"}}";
        assertThat(deliver(body.formatted(order.id()), function(deployed()))).isEmpty();
        assertThat(row(order).progress().parked().reason()).isEqualTo("States.Timeout");
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
        SampleOrder order = SampleOrder.of("licenses");
        orders.create(order.row(), order.order());
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
