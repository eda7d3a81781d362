package afterorder.order.purchase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That the vendor sold, as the row keeps it: where the entitlements with their keys stand, not what they are.
 *
 * @param entitlementObjects in the bucket of keys
 * @param accepted why staff accepted that something else was sold than ordered; absent where it was as ordered
 */
public record Sale(
        Instant purchasedAt,
        ContactAccount account,
        List<String> entitlementObjects,
        @Nullable String accepted) {

    public Sale {
        entitlementObjects = List.copyOf(entitlementObjects);
    }

    Sale with(ContactAccount account) {
        return new Sale(purchasedAt, account, entitlementObjects, accepted);
    }
}
