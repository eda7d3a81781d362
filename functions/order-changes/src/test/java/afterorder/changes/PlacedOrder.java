package afterorder.changes;

import afterorder.aws.Clients;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.SampleOrder;
import java.util.ArrayList;
import java.util.List;

/** An order of {@code events/orders} that stands in the table, and what the other functions do to it. */
final class PlacedOrder {
    private final Seller seller = Settings.bundled().seller();
    private final Rows rows;
    private final Order order;
    private final OrderId id;

    private PlacedOrder(Rows rows, Order order, OrderId id) {
        this.rows = rows;
        this.order = order;
        this.id = id;
    }

    static PlacedOrder of(String name, LocalServices services) {
        SampleOrder sample = SampleOrder.of(name);
        return of(sample.row(), sample.order(), services);
    }

    static PlacedOrder of(OrderRow row, Order order, LocalServices services) {
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        Deployed deployed = services.function("OrderChangesFunction");
        ObjectStore documents = new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET"));
        new Orders(clients.dynamoDb(), deployed.variable("TABLE"), documents).create(row, order, SampleOrder.RETENTION);
        return new PlacedOrder(new Rows(clients.dynamoDb(), deployed.variable("TABLE")), order, row.id());
    }

    OrderId id() {
        return id;
    }

    OrderRow row() {
        return rows.order(id).orElseThrow();
    }

    PurchaseRow purchase(int number) {
        return rows.purchase(id, number).orElseThrow();
    }

    EngagementRow engagement(int number) {
        return rows.engagement(RowKey.service(id, number)).orElseThrow();
    }

    /** The confirmation is on its way. */
    void beingSent() {
        OrderRow row = row();
        rows.save(row.sending("AB-2026-00001", seller.dateAt(SampleOrder.PLACED), SampleOrder.PLACED));
    }

    /** The confirmation is out, and the purchases have rows. */
    void dispatched() {
        if (row().isSent()) return;
        beingSent();
        OrderRow sending = row();
        List<Row> together = new ArrayList<>(sending.plans().stream()
                .map(plan -> PurchaseRow.scheduled(
                        id, plan, sending.asItStands(order).technicalContact(), seller, SampleOrder.PLACED))
                .toList());
        sending.engagements()
                .forEach(plan -> together.add(EngagementRow.planned(
                        id,
                        plan,
                        sending.commissioning(order, seller),
                        Settings.bundled().teams().team(plan.team()),
                        SampleOrder.PLACED)));
        together.add(sending.sent("first@eu-central-1.amazonses.com", SampleOrder.PLACED));
        rows.saveTogether(together);
    }

    void begun(int number) {
        rows.save(purchase(number).begun(SampleOrder.PLACED));
    }
}
