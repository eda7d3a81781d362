package afterorder.purchase;

import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.SampleOrder;

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
        PurchaseRow purchase = purchase(order);
        return new PurchaseOrder(
                order.id(),
                purchase.vendorReference(),
                purchase.technicalContact(),
                order.order().customer().name(),
                order.order().customer().address().country(),
                purchase.lines().of(order.order()),
                null);
    }
}
