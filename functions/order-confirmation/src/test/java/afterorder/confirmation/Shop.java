package afterorder.confirmation;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.LicenseOrders;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.PurchaseStarter;
import afterorder.aws.Rows;
import afterorder.localcloud.mail.Mail;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.order.ConfirmationWishes;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.WishesChange;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Overdue;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A table of orders of its own: orders are placed, messages delivered, and what is overdue looked at, as the others do. */
final class Shop {
    private final LocalServices services;
    private final String table;
    private final S3Client s3;
    private final String documents;
    private final Orders orders;
    private final PurchaseStarter purchaseStarter;
    private final OrderConfirmation undisturbed;
    private final Deployed troubled;
    private final OrderConfirmation disturbed;
    final Rows rows;

    Shop(LocalServices services) {
        this.services = services;
        this.table = services.newTable();
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        Deployed deployed = deployed();
        this.s3 = clients.s3();
        this.documents = deployed.variable("DOCUMENTS_BUCKET");
        this.rows = new Rows(clients.dynamoDb(), table);
        this.orders = new Orders(clients.dynamoDb(), table, new ObjectStore(s3, documents));
        this.purchaseStarter = new PurchaseStarter(
                rows, new LicenseOrders(clients.stepFunctions(), deployed.variable("STATE_MACHINE")));
        this.undisturbed = function(deployed);
        this.troubled = deployed();
        this.disturbed = function(troubled);
    }

    Deployed deployed() {
        return services.function("OrderConfirmationFunction").on(table);
    }

    SampleOrder places(String name) {
        return places(SampleOrder.of(name));
    }

    SampleOrder places(SampleOrder order) {
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        return order;
    }

    SQSBatchResponse delivers(SampleOrder order, Instant sent) {
        return delivers(order, undisturbed, sent);
    }

    /** To an environment that this call goes wrong for. */
    void deliversDisturbed(SampleOrder order, Faults.Kind kind, int call, Instant sent) {
        troubled.disturbed(kind, call);
        delivers(order, disturbed, sent);
    }

    SQSBatchResponse delivers(SampleOrder order, Deployed to, Instant sent) {
        return delivers(order, function(to), sent);
    }

    private static SQSBatchResponse delivers(SampleOrder order, OrderConfirmation function, Instant sent) {
        SQSEvent event = LambdaEvent.of("order-confirmation")
                .with("/Records/0/body", "{\"orderId\":\"" + order.id() + "\"}")
                .with("/Records/0/attributes/SentTimestamp", Long.toString(sent.toEpochMilli()))
                .as(SQSEvent.class);
        return function.handleRequest(event, new InvocationContext());
    }

    private static OrderConfirmation function(Deployed deployed) {
        return new OrderConfirmation(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
    }

    /** As the desk does: other wishes are to be met, by a corrected confirmation. */
    void corrects(SampleOrder order, ConfirmationWishes wishes, Instant now) {
        var outcome = WishesChange.corrected(row(order), order.order(), wishes, "by phone", now);
        rows.save(((WishesChange.Outcome.Changed) outcome).order());
    }

    /** What due-work does about this order, and the delivery that comes of it. */
    void looksAtOverdue(SampleOrder order, Instant now) {
        looksAtConfirmation(order, now);
        purchases(order).forEach(purchase -> {
            switch (purchase.overdue(now)) {
                case Overdue.Watch<PurchaseRow>(PurchaseRow row) -> rows.save(row);
                case Overdue.Begin<PurchaseRow>(PurchaseRow row) -> purchaseStarter.start(row);
                default -> {}
            }
        });
    }

    /** As above, with no look at its purchases. */
    void looksAtConfirmation(SampleOrder order, Instant now) {
        switch (row(order).overdue(now)) {
            case Overdue.Watch<OrderRow>(OrderRow row) -> rows.save(row);
            case Overdue.Begin<OrderRow>(OrderRow row) -> {
                rows.save(row);
                delivers(order, now);
            }
            default -> {}
        }
    }

    OrderRow row(SampleOrder order) {
        return rows.order(order.id()).orElseThrow();
    }

    List<PurchaseRow> purchases(SampleOrder order) {
        return rows.purchases(order.id());
    }

    List<EngagementRow> engagements(SampleOrder order) {
        return rows.engagements(order.id());
    }

    List<Mail> mails(SampleOrder order) {
        return services.mailsTo(order.customer());
    }

    List<String> documents(SampleOrder order) {
        return s3
                .listObjectsV2(list -> list.bucket(documents).prefix("confirmations/" + order.id()))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    List<String> executions(SampleOrder order) {
        return services.executions(order.id().value()).stream()
                .map(Execution::name)
                .sorted()
                .toList();
    }
}
