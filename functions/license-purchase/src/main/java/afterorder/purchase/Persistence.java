package afterorder.purchase;

import afterorder.order.purchase.Account;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor;
import dev.failsafe.Failsafe;
import java.util.List;
import java.util.Optional;

/**
 * Asks a vendor again that gave no answer. Whether it has sold is not known then, so each repetition first looks for the
 * reference.
 */
final class Persistence implements Vendor {
    private final Vendor vendor;

    Persistence(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public Answer place(PurchaseOrder order) {
        return Failsafe.with(Patience.LONG)
                .get(tries -> tries.isFirstAttempt()
                        ? vendor.place(order)
                        : vendor.find(order).orElseGet(() -> vendor.place(order)));
    }

    @Override
    public Optional<Answer> find(PurchaseOrder order) {
        return Failsafe.with(Patience.LONG).get(() -> vendor.find(order));
    }

    @Override
    public Batch entitlements(PurchaseOrder order, String after) {
        return Failsafe.with(Patience.LONG).get(() -> vendor.entitlements(order, after));
    }

    @Override
    public List<Entitlement> settled(PurchaseOrder order, List<Entitlement> read) {
        return vendor.settled(order, read);
    }

    @Override
    public Account account(PurchaseOrder order) {
        return Failsafe.with(Patience.LONG).get(() -> vendor.account(order));
    }
}
