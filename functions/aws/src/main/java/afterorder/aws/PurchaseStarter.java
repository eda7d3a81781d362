package afterorder.aws;

import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Overdue;
import afterorder.order.row.StaleRow;
import java.time.Instant;

/** Starts purchases whose time has come: the row first, then the execution; a crash in between leaves an overdue row. */
public final class PurchaseStarter {
    private final Rows rows;
    private final LicenseOrders licenseOrders;

    public PurchaseStarter(Rows rows, LicenseOrders licenseOrders) {
        this.rows = rows;
        this.licenseOrders = licenseOrders;
    }

    /** Starts a purchase that was just made and is due at once, unless somebody else is faster. */
    public void startIfDue(PurchaseRow made, Instant now) {
        if (made.overdue(now) instanceof Overdue.Begin<PurchaseRow>(PurchaseRow begun)) {
            try {
                start(begun);
            } catch (StaleRow started) {
                return;
            }
        }
    }

    /**
     * Writes the row, then starts its execution.
     *
     * @return the row as it is stored now
     * @throws StaleRow when somebody else changed the row meanwhile; then nothing is started
     */
    public PurchaseRow start(PurchaseRow begun) {
        PurchaseRow saved = rows.save(begun);
        licenseOrders.start(saved);
        return saved;
    }
}
