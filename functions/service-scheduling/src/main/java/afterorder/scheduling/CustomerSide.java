package afterorder.scheduling;

import afterorder.order.Order;
import afterorder.order.settings.Seller;
import java.time.ZoneId;
import java.util.Optional;

/** By which clock a customer reads. */
final class CustomerSide {
    private CustomerSide() {}

    /** The customer's own, or else the seller's. */
    static ZoneId zone(Order order, Seller seller) {
        return Optional.ofNullable(order.customer().timeZone()).orElse(seller.zone());
    }
}
