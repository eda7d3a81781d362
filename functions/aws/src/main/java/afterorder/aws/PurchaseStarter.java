package afterorder.aws;

import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
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

    /** Does what the row's deadlines demand by now, which may be nothing. */
    public void lookAt(RowKey key, Instant now) {
        Messages.untilUndisturbed(() -> rows.purchase(key).ifPresent(row -> act(row.overdue(now))));
    }

    /** The same for a row that was just made; whoever is faster starts it. */
    public void startIfDue(PurchaseRow made, Instant now) {
        try {
            act(made.overdue(now));
        } catch (StaleRow changed) {
            lookAt(made.key(), now);
        }
    }

    private void act(PurchaseRow.Overdue overdue) {
        switch (overdue) {
            case PurchaseRow.Overdue.Nothing() -> {}
            case PurchaseRow.Overdue.Watch(PurchaseRow row) -> rows.save(row);
            case PurchaseRow.Overdue.Start(PurchaseRow row) -> licenseOrders.start(rows.save(row));
        }
    }
}
