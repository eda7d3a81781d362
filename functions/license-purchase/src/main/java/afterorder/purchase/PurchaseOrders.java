package afterorder.purchase;

import afterorder.aws.Orders;
import afterorder.order.Order;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;

/** Makes of a purchase's row, and of the order it belongs to, what the vendor is asked for. */
final class PurchaseOrders {
    private final Orders orders;

    PurchaseOrders(Orders orders) {
        this.orders = orders;
    }

    PurchaseOrder of(PurchaseRow row) {
        Order order = orders.find(row.orderId())
                .orElseThrow(() -> new IllegalStateException("there is no order " + row.orderId()))
                .order();
        return new PurchaseOrder(
                row.orderId(),
                row.vendorReference(),
                row.technicalContact(),
                order.customer().name(),
                order.customer().address().country(),
                row.lines().of(order),
                row.vendor().desk());
    }
}
