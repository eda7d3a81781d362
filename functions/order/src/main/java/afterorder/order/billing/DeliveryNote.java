package afterorder.order.billing;

import afterorder.order.DocumentKind;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import afterorder.order.purchase.Entitlement;
import java.time.LocalDate;
import java.util.List;

/** The delivery note of one purchase: each license with its key, or its site (S47 to S52). */
public record DeliveryNote(
        OrderId orderId,
        String number,
        LocalDate issuedOn,
        LocalDate purchasedOn,
        String invoiceNumber,
        Order order,
        List<Entitlement> entitlements) {

    public Recipient recipient() {
        return order.recipient(DocumentKind.DELIVERY_NOTE);
    }

    public Language language() {
        return order.language(DocumentKind.DELIVERY_NOTE);
    }
}
