package afterorder.order.confirmation;

import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.WorkedRow;
import afterorder.order.tax.VatIdRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that came of an order, beside the order's own row.
 *
 * @param purchases by their number
 * @param corrections of their invoices, the oldest first
 */
public record OrderParts(List<PurchaseRow> purchases, List<CorrectionRow> corrections, VatIdRow vatId) {

    public OrderParts {
        purchases = List.copyOf(purchases);
        corrections = List.copyOf(corrections);
    }

    /** Those that have work to do. */
    public Stream<WorkedRow> worked() {
        return Stream.concat(purchases.stream(), corrections.stream());
    }
}
