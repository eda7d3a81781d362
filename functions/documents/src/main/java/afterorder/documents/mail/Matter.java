package afterorder.documents.mail;

import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.TechnicalContact;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a notice is about: the row that owes it, and the order as it stands. */
record Matter(WorkedRow row, Order order) {

    String orderNumber() {
        return row.key().orderId();
    }

    /** @throws ClassCastException when the row is an order's, which owes no notice of that kind */
    PurchaseRow purchase() {
        return (PurchaseRow) row;
    }

    /** @throws ClassCastException when the row is another one, which owes no notice of that kind */
    EngagementRow engagement() {
        return (EngagementRow) row;
    }

    /** The license lines of these purchases, before and after the dispatch of the confirmation. */
    SortedMap<Integer, LicenseLine> lines(List<Integer> purchases) {
        return switch (row) {
            case PurchaseRow purchase -> purchase.lines().of(order);
            case OrderRow placed -> planned(placed, purchases);
            default -> throw new IllegalArgumentException("has no lines: " + row.key());
        };
    }

    TechnicalContact contact() {
        return row instanceof PurchaseRow purchase
                ? purchase.technicalContact()
                : Objects.requireNonNull(
                        order.technicalContact(), "an order without licenses has no technical contact");
    }

    private SortedMap<Integer, LicenseLine> planned(OrderRow placed, List<Integer> purchases) {
        SortedMap<Integer, LicenseLine> lines = new TreeMap<>();
        placed.plans().stream()
                .filter(plan -> purchases.contains(plan.number()))
                .forEach(plan -> lines.putAll(plan.lines().of(order)));
        return lines;
    }
}
