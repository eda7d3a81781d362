package afterorder.order.purchase;

import afterorder.order.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The port to where licenses are bought. Each call may be repeated: the vendor sells a reference once. */
public interface Vendor {

    /** @throws VendorUnavailable when it is not known whether the vendor sold */
    Answer place(PurchaseOrder order);

    /**
     * What became of an order that may have been placed before; empty when the vendor never heard of its reference.
     *
     * @throws VendorUnavailable when the vendor does not say
     */
    Optional<Answer> find(PurchaseOrder order);

    /**
     * More of what was sold, after the batch that named this place.
     *
     * @throws VendorUnavailable when the vendor does not say
     */
    Batch entitlements(PurchaseOrder order, String after);

    /**
     * What all that was sold means together, where the vendor does not say of each license which line it is for.
     *
     * @param read by all batches
     */
    default List<Entitlement> settled(PurchaseOrder order, List<Entitlement> read) {
        return read;
    }

    /**
     * Whether the technical contact of a sold order has an account by now.
     *
     * @throws VendorUnavailable when the vendor does not say
     */
    Account account(PurchaseOrder order);

    sealed interface Answer {
        /** @param first the first of what was sold */
        record Sold(Account account, Batch first) implements Answer {}

        /** The vendor surely did not sell, and will not under this reference. */
        record Refused(Statement reason) implements Answer {}

        /** The vendor took the order and will answer later: ask again for the reference. */
        record Pending() implements Answer {}

        /** A person of the desk has to buy, and to enter what was bought. */
        record Commissioned() implements Answer {}

        /** Whether the vendor sold is not known, and asking again does not help: staff must look. */
        record Unclear(Statement reason) implements Answer {}
    }

    /**
     * Some of what was sold.
     *
     * @param entitlements with their keys: keep them secret
     * @param next the place where more is; absent when there is no more
     */
    record Batch(List<Entitlement> entitlements, @Nullable String next) {
        public Batch {
            entitlements = List.copyOf(entitlements);
        }
    }
}
