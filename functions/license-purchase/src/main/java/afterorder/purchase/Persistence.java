package afterorder.purchase;

import afterorder.order.purchase.Account;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorUnavailable;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a vendor again that gave no answer. Whether it has sold is not known then, so each repetition first looks for the
 * reference.
 */
final class Persistence implements Vendor {
    private static final RetryPolicy<Object> PATIENCE = RetryPolicy.builder()
            .handle(VendorUnavailable.class)
            .withMaxRetries(3)
            .withBackoff(Duration.ofMillis(500), Duration.ofSeconds(4))
            .build();

    private final Vendor vendor;

    Persistence(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public Answer place(PurchaseOrder order) {
        return Failsafe.with(PATIENCE)
                .get(tries -> tries.isFirstAttempt()
                        ? vendor.place(order)
                        : vendor.find(order).orElseGet(() -> vendor.place(order)));
    }

    @Override
    public Optional<Answer> find(PurchaseOrder order) {
        return Failsafe.with(PATIENCE).get(() -> vendor.find(order));
    }

    @Override
    public Batch entitlements(PurchaseOrder order, String after) {
        return Failsafe.with(PATIENCE).get(() -> vendor.entitlements(order, after));
    }

    @Override
    public Account account(PurchaseOrder order) {
        return Failsafe.with(PATIENCE).get(() -> vendor.account(order));
    }
}
