package afterorder.order.purchase;

import java.util.List;
import java.util.Optional;

/** The port to where licenses are bought. Each call may be repeated: the vendor sells a reference once. */
public interface Vendor {

    /** @throws VendorUnavailable when it is not known whether the vendor sold */
    Answer place(PurchaseOrder order);

    /**
     * What became of a reference that may have been placed before; empty when the vendor never heard of it.
     *
     * @throws VendorUnavailable when the vendor does not say
     */
    Optional<Answer> find(String reference);

    sealed interface Answer {
        /** @param entitlements with their keys: keep them secret */
        record Sold(Account account, List<Entitlement> entitlements) implements Answer {}

        /** The vendor surely did not sell, and will not under this reference. */
        record Refused(String reason) implements Answer {}

        /** The vendor took the order and will answer later: ask again for the reference. */
        record Pending() implements Answer {}
    }
}
