package afterorder.order.confirmation;

import afterorder.order.DocumentKind;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order confirmation says (S4 to S8): each line as ordered, and when its licenses will be purchased.
 *
 * @param number ours of the confirmation: {@code AB-2026-00017}
 * @param issuedOn in the seller's zone
 * @param purchases the planned purchases; line numbers count from 1
 */
public record OrderConfirmation(
        OrderId orderId, String number, LocalDate issuedOn, Order order, List<PlannedPurchase> purchases) {

    /** @param atOnce right after the dispatch of the confirmation; else on the date */
    public record PlannedPurchase(LocalDate on, boolean atOnce, List<Integer> lines) {}

    public Recipient recipient() {
        return order.recipient(DocumentKind.CONFIRMATION);
    }
}
