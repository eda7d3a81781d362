package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person bought in the vendor's portal.
 *
 * @param processed whether its licenses exist by now
 * @param nextSerial the first serial number that it left
 */
record PortalOrder(String orderId, Instant at, String customer, boolean processed, long nextSerial, List<Item> items) {

    /**
     * One license or subscription.
     *
     * @param slug SEN or entitlement number
     * @param version rises with each order that concerns the same license
     * @param endsAt the first moment after the term
     */
    record Item(
            String itemId,
            String product,
            String deployment,
            int users,
            String slug,
            int version,
            Optional<String> key,
            Optional<String> site,
            Instant startsAt,
            Instant endsAt) {

        @JsonIgnore
        String entitlementId() {
            return id(slug);
        }

        @JsonIgnore
        String offeringKey() {
            return product + "-" + deployment;
        }

        @JsonIgnore
        String offeringId() {
            return id(offeringKey());
        }

        Item withVersion(int other) {
            return new Item(itemId, product, deployment, users, slug, other, key, site, startsAt, endsAt);
        }

        private static String id(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    PortalOrder withItemsProcessed() {
        return new PortalOrder(orderId, at, customer, true, nextSerial, items);
    }
}
