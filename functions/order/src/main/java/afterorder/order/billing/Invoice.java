package afterorder.order.billing;

import afterorder.order.DocumentKind;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An invoice for one purchase (S44, S45), with what Par. 14(4) UStG demands.
 *
 * @param issuedOn in the seller's zone, as are the other dates
 * @param purchasedOn the date of supply
 * @param lines what was purchased, by the order's line numbers
 * @param periods how long what was purchased runs, by the same numbers
 * @param deliveryNoteNumber of the note that comes with it
 */
public record Invoice(
        OrderId orderId,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate purchasedOn,
        String deliveryNoteNumber,
        Order order,
        SortedMap<Integer, LicenseLine> lines,
        SortedMap<Integer, Period> periods,
        Totals totals) {

    public Recipient recipient() {
        return order.recipient(DocumentKind.INVOICE);
    }

    public Language language() {
        return order.language(DocumentKind.INVOICE);
    }

    /** From the first day of any license to the last of any. */
    public Optional<Period> period() {
        return periods.values().stream().reduce(Period::with);
    }
}
