package afterorder.desk;

import afterorder.aws.Rows;
import afterorder.order.purchase.DeskEntry;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import afterorder.order.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sees that an order of the vendor is entered for one purchase only: its claim is written together with the purchase. */
final class VendorOrders {
    private final Rows rows;

    VendorOrders(Rows rows) {
        this.rows = rows;
    }

    /** The claim on the order that is entered; empty when the entry does not change which one the purchase has. */
    Optional<VendorOrderClaim> claimed(PurchaseRow row, DeskEntry entry) {
        return Optional.ofNullable(entry.vendorOrder()).map(rows::claim).filter(claim -> former(row)
                .filter(before -> before.key().equals(claim.key()))
                .isEmpty());
    }

    /**
     * Writes what was entered.
     *
     * @param claim as it was read before; the one on the order that was entered formerly is given up
     * @throws afterorder.order.row.StaleRow when somebody else entered something meanwhile
     */
    PurchaseRow save(PurchaseRow before, PurchaseRow entered, Optional<VendorOrderClaim> claim) {
        if (claim.isEmpty()) return rows.save(entered);
        List<Row> together = new ArrayList<>(List.of(entered, claim.get().by(before)));
        former(before).map(VendorOrderClaim::freed).ifPresent(together::add);
        rows.saveTogether(together);
        return entered.withVersion(entered.version() + 1);
    }

    private Optional<VendorOrderClaim> former(PurchaseRow row) {
        return Optional.ofNullable(Objects.requireNonNull(row.vendor().desk()).vendorOrder())
                .map(rows::claim)
                .filter(claim -> claim.isOf(row));
    }
}
