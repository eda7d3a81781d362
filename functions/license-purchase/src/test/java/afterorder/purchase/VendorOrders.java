package afterorder.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.SampleOrder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchases of sample orders, and what is ordered at the vendor for them. */
final class VendorOrders {
    private VendorOrders() {}

    static PurchaseRow purchase(SampleOrder order) {
        Seller seller = Settings.bundled().seller();
        return PurchaseRow.scheduled(
                order.id(),
                order.row().plans().getFirst(),
                order.order().technicalContact(),
                seller,
                SampleOrder.PLACED);
    }

    static PurchaseOrder of(SampleOrder order) {
        return of(order, null);
    }

    /** @param desk what a person entered */
    static PurchaseOrder of(SampleOrder order, @Nullable DeskTask desk) {
        PurchaseRow purchase = purchase(order);
        return new PurchaseOrder(
                order.id(),
                purchase.vendorReference(),
                purchase.technicalContact(),
                order.order().customer().name(),
                order.order().customer().address().country(),
                purchase.lines().of(order.order()),
                desk);
    }

    /** So many new Data Center licenses, in ten lines. */
    static SampleOrder large(int licenses) {
        LicenseLine line = new LicenseLine(
                Transaction.NEW,
                "jira",
                Deployment.DATA_CENTER,
                500,
                12,
                licenses / 10,
                new BigDecimal("42000.00"),
                null,
                null,
                "SEN-7654321",
                null,
                null);
        return of(Collections.nCopies(10, line));
    }

    static SampleOrder of(List<? extends Line> lines) {
        SampleOrder sample = SampleOrder.of("licenses");
        Order like = sample.order();
        Order order = new Order(
                like.currency(),
                like.language(),
                like.commissioned(),
                like.customer(),
                like.buyerReference(),
                like.confirmation(),
                like.technicalContact(),
                like.serviceContact(),
                List.copyOf(lines));
        OrderId id = OrderId.of("shop", UUID.randomUUID().toString());
        Seller seller = Settings.bundled().seller();
        return new SampleOrder(
                OrderRow.received(
                        id, "shop", "hash", order, seller, Settings.bundled().teams(), SampleOrder.PLACED),
                order,
                sample.body());
    }
}
