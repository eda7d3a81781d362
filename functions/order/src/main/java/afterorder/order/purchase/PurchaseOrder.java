package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.OrderId;
import afterorder.order.TechnicalContact;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered at the vendor.
 *
 * @param reference the vendor's promise holds on it: one reference is sold once
 * @param customerCountry ISO 3166-1
 * @param lines by the order's line numbers
 * @param desk what a person of the desk entered about the purchase; absent where none has to
 */
public record PurchaseOrder(
        OrderId orderId,
        String reference,
        TechnicalContact technicalContact,
        String customerName,
        String customerCountry,
        SortedMap<Integer, LicenseLine> lines,
        @Nullable DeskTask desk) {}
