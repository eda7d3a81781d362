package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.TechnicalContact;
import java.util.SortedMap;

/**
 * What is ordered at the vendor.
 *
 * @param reference the vendor's promise holds on it: one reference is sold once
 * @param customerCountry ISO 3166-1
 * @param lines by the order's line numbers
 */
public record PurchaseOrder(
        String reference,
        TechnicalContact technicalContact,
        String customerName,
        String customerCountry,
        SortedMap<Integer, LicenseLine> lines) {}
