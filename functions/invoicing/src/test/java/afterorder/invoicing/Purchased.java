package afterorder.invoicing;

import static afterorder.order.LicenseLine.Deployment.CLOUD;
import static afterorder.order.LicenseLine.Deployment.DATA_CENTER;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.localcloud.mail.Mail;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Overdue;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.SampleOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A table of orders whose licenses are bought, and the workflow that has them invoiced. */
final class Purchased {
    static final String KEY = "AAABjQ0ODAoPeNpKEYKEYKEY";
    private static final Instant NOW = SampleOrder.PLACED;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final LocalServices services;
    private final String table;
    private final S3Client s3;
    private final String documents;
    private final Orders orders;
    private final EntitlementStore entitlements;
    private final Invoicing undisturbed;
    private final Deployed troubled;
    private final Invoicing disturbed;
    final Rows rows;

    Purchased(LocalServices services) {
        this(services, services.newTable());
    }

    private Purchased(LocalServices services, String table) {
        this.services = services;
        this.table = table;
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        Deployed deployed = deployed();
        this.s3 = clients.s3();
        this.documents = deployed.variable("DOCUMENTS_BUCKET");
        this.rows = new Rows(clients.dynamoDb(), table);
        this.orders = new Orders(clients.dynamoDb(), table, new ObjectStore(s3, documents));
        this.entitlements = new EntitlementStore(new ObjectStore(s3, deployed.variable("KEYS_BUCKET")));
        this.undisturbed = function(deployed);
        this.troubled = deployed();
        this.disturbed = function(troubled);
    }

    /** The same table, and another environment that works on it. */
    Purchased inAnotherEnvironment() {
        return new Purchased(services, table);
    }

    Deployed deployed() {
        return deployed("InvoicingFunction");
    }

    Deployed deployed(String function) {
        return services.function(function).on(table);
    }

    /** An order of one Data Center and one Cloud license, both bought. */
    SampleOrder order() {
        return order("licenses");
    }

    SampleOrder order(String name) {
        SampleOrder order = SampleOrder.of(name);
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        Seller seller = Settings.bundled().seller();
        PurchaseRow begun = PurchaseRow.scheduled(
                        order.id(),
                        order.row().plans().getFirst(),
                        order.order().technicalContact(),
                        seller,
                        NOW)
                .begun(NOW);
        PurchaseRow asking = Buying.asking(begun, NOW);
        Entitlement jira =
                new Entitlement(1, "jira", DATA_CENTER, 500, "SEN-1234567", KEY, null, null, TODAY, TODAY.plusYears(1));
        Entitlement confluence = new Entitlement(
                2,
                "confluence",
                CLOUD,
                200,
                null,
                null,
                "E-ABC-DEF-GHI",
                "muster.atlassian.net",
                TODAY,
                TODAY.plusYears(1));
        String object = entitlements.keep(asking, List.of(jira, confluence));
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.EXISTING, List.of(object), null), NOW);
        rows.save(Buying.completed(read, new Comparison(List.of(), asking.lines()), NOW));
        return order;
    }

    /** Its confirmation is out. @return the id of that mail */
    String isConfirmed(SampleOrder order) {
        String first = "0107-first-of-" + order.id() + "@eu-central-1.amazonses.com";
        OrderRow row = rows.order(order.id()).orElseThrow();
        rows.save(row.sending("AB-" + order.id(), TODAY, NOW).sent(first, NOW));
        return first;
    }

    /** What BZSt's sandbox answers about the order's VAT ID from now on. */
    void registerAnswers(SampleOrder order, String answer) {
        registerAnswers(order.order().customer().vatId(), answer);
    }

    void registerAnswers(String vatId, String answer) {
        URI door = services.endpoint().resolve("/_local/vat-ids/" + vatId);
        HttpRequest request = HttpRequest.newBuilder(door)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"answer\":\"" + answer + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("the sandbox does not answer", failed);
        }
    }

    void invoice(SampleOrder order, int attempt, Instant at) {
        invoice(order, attempt, at, undisturbed, new InvocationContext());
    }

    /** By an environment that this call goes wrong for. */
    void invoiceDisturbed(SampleOrder order, Faults.Kind kind, int call) {
        troubled.disturbed(kind, call);
        invoice(order, 1, NOW, disturbed, new InvocationContext());
    }

    InvocationContext invoice(SampleOrder order, Deployed by) {
        InvocationContext context = new InvocationContext();
        invoice(order, 1, NOW, function(by), context);
        return context;
    }

    private static void invoice(
            SampleOrder order, int attempt, Instant at, Invoicing function, InvocationContext context) {
        LambdaEvent event = LambdaEvent.of("invoicing")
                .with("/orderId", order.id().value())
                .with("/attempt", attempt)
                .with("/at", at.toString());
        try {
            function.handleRequest(event.stream(), new ByteArrayOutputStream(), context);
        } catch (IOException impossible) {
            throw new AssertionError("bytes in memory", impossible);
        }
    }

    /** What due-work does about this purchase, and the execution that comes of it. */
    void looksAtOverdue(SampleOrder order, Instant now) {
        switch (row(order).overdue(now)) {
            case Overdue.Watch<PurchaseRow>(PurchaseRow row) -> rows.save(row);
            case Overdue.Begin<PurchaseRow>(PurchaseRow row) ->
                invoice(order, rows.save(row).progress().attempt(), now);
            default -> {}
        }
    }

    PurchaseRow row(SampleOrder order) {
        return rows.purchase(order.id(), 1).orElseThrow();
    }

    List<Mail> mails(SampleOrder order) {
        return services.mailsTo(order.customer());
    }

    /** Whose address all orders of all tests share. */
    List<Mail> mailsToContact(SampleOrder order) {
        return services.mailsTo(order.order().technicalContact().email().address()).stream()
                .filter(mail -> mail.subject().contains(order.id().value()))
                .toList();
    }

    /** The order's documents in this folder of the bucket. */
    List<String> documents(String folder, SampleOrder order) {
        return s3.listObjectsV2(list -> list.bucket(documents).prefix(folder + "/" + order.id())).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static Invoicing function(Deployed deployed) {
        return new Invoicing(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
    }
}
