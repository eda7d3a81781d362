package afterorder.purchase;

import afterorder.aws.EntitlementStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Sale;
import afterorder.order.purchase.Vendor;
import afterorder.order.row.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Buys what a purchase's row says, once: intent before effect, and the outcome recorded however late it comes. */
final class Purchasing {
    private final Rows rows;
    private final Orders orders;
    private final EntitlementStore entitlements;
    private final Vendor vendor;

    Purchasing(Rows rows, Orders orders, EntitlementStore entitlements, Vendor vendor) {
        this.rows = rows;
        this.orders = orders;
        this.entitlements = entitlements;
        this.vendor = vendor;
    }

    /** @throws afterorder.order.purchase.VendorUnavailable when the vendor may have sold: the step must come again */
    Outcome purchase(RowKey key, int attempt, Instant now) {
        PurchaseRow row = rows.purchase(key).orElseThrow(() -> new IllegalStateException("there is no row " + key));
        if (!row.isWorkOf(attempt)) return new Outcome.Superseded();
        if (row.progress().parked() != null)
            return new Outcome.Failed(row.progress().parked().reason());
        return switch (row.status()) {
            case SCHEDULED -> throw new IllegalStateException(key + " has not begun");
            case PURCHASING -> buy(row, attempt, now);
            case PURCHASED, INVOICED -> new Outcome.Purchased();
        };
    }

    private Outcome buy(PurchaseRow row, int attempt, Instant now) {
        boolean mayBeSold = row.asked();
        PurchaseRow asking = rows.save(row.asking(now));
        PurchaseOrder order = purchaseOrder(asking);
        Vendor.Answer answer =
                mayBeSold ? vendor.find(order.reference()).orElseGet(() -> vendor.place(order)) : vendor.place(order);
        PurchaseRow after = rows.record(asking, current -> afterAnswer(current, asking, order, answer, now));
        return outcome(after, attempt);
    }

    /** What an answer makes of the row as it is now; nothing where an earlier answer has been recorded. */
    private Optional<PurchaseRow> afterAnswer(
            PurchaseRow row, PurchaseRow asked, PurchaseOrder order, Vendor.Answer answer, Instant now) {
        if (row.status() != PurchaseRow.Status.PURCHASING || row.reference() != asked.reference()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (answer) {
                    case Vendor.Answer.Sold sold -> afterSale(row, order, sold, now);
                    case Vendor.Answer.Refused(String reason) -> row.refused(reason, now);
                    case Vendor.Answer.Pending() -> row.pending(now);
                });
    }

    private PurchaseRow afterSale(PurchaseRow row, PurchaseOrder order, Vendor.Answer.Sold sold, Instant now) {
        String object = entitlements.keep(row, sold.entitlements());
        List<String> deviations = Sale.deviations(order.lines(), sold.entitlements());
        if (!deviations.isEmpty())
            return row.parked("sold otherwise than ordered: " + String.join("; ", deviations), now);
        return row.purchased(new Sale(now, sold.account(), object), now);
    }

    private static Outcome outcome(PurchaseRow row, int attempt) {
        if (!row.isWorkOf(attempt)) return new Outcome.Superseded();
        if (row.progress().parked() != null)
            return new Outcome.Failed(row.progress().parked().reason());
        return row.status() == PurchaseRow.Status.PURCHASING ? new Outcome.Pending() : new Outcome.Purchased();
    }

    private PurchaseOrder purchaseOrder(PurchaseRow row) {
        Order order = orders.find(row.orderId())
                .orElseThrow(() -> new IllegalStateException("there is no order " + row.orderId()))
                .order();
        return new PurchaseOrder(
                row.vendorReference(),
                row.technicalContact(),
                order.customer().name(),
                order.customer().address().country(),
                order.licenses(row.lines()));
    }
}
