package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the vendor sold under one reference.
 *
 * @param contact the technical contact's address
 * @param at moved time
 */
public record Purchase(String reference, String contact, Instant at, List<Item> items) {

    /** One license, with its key in full. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(
            String product,
            String deployment,
            Optional<String> sen,
            Optional<String> key,
            Optional<String> site,
            Optional<String> entitlement) {}

    static Purchase of(Outcome.PlacedOrder order, Instant soldAt) {
        List<Item> items = order.entitlements().stream()
                .map(sold -> new Item(
                        sold.product(), sold.deployment(), sold.sen(), sold.key(), sold.site(), sold.entitlement()))
                .toList();
        return new Purchase(order.reference(), order.technicalContact().email(), soldAt, items);
    }
}
