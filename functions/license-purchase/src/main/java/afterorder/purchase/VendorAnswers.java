package afterorder.purchase;

import afterorder.aws.Rows;
import afterorder.order.purchase.PurchaseRow;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the vendor answered, as it gets into a purchase's row. */
final class VendorAnswers {
    private final Rows rows;

    VendorAnswers(Rows rows) {
        this.rows = rows;
    }

    /**
     * Nothing is recorded where an earlier answer to the same question has been.
     *
     * @param asked the row with which the vendor was asked
     * @return the row as it is then
     */
    PurchaseRow record(PurchaseRow asked, UnaryOperator<PurchaseRow> rule) {
        return rows.record(
                asked, current -> current.awaitsAnswerTo(asked) ? Optional.of(rule.apply(current)) : Optional.empty());
    }
}
