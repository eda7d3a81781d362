package afterorder.order.confirmation;

import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import afterorder.order.tax.VatIdRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that came of an order, beside the order's own row.
 *
 * @param purchases by their number
 * @param corrections of their invoices, the oldest first
 * @param engagements by their number
 */
public record OrderParts(
        List<PurchaseRow> purchases, List<CorrectionRow> corrections, List<EngagementRow> engagements, VatIdRow vatId) {

    public OrderParts {
        purchases = List.copyOf(purchases);
        corrections = List.copyOf(corrections);
        engagements = List.copyOf(engagements);
    }

    /** Whether nothing of the order is left to do, but for corrections. */
    public boolean haveEnded() {
        return purchases.stream().allMatch(purchase -> purchase.status().isEnd())
                && engagements.stream()
                        .allMatch(engagement -> engagement.status().isEnd());
    }

    /** Whether all of it was called off. */
    public boolean areCancelled() {
        return purchases.stream().allMatch(purchase -> purchase.status() == PurchaseRow.Status.CANCELLED)
                && engagements.stream().allMatch(engagement -> engagement.status() == EngagementRow.Status.CANCELLED);
    }

    /** Those that have work to do. */
    public Stream<WorkedRow> worked() {
        return Stream.of(purchases, corrections, engagements).flatMap(List::stream);
    }
}
