package afterorder.localcloud.vendor;

import afterorder.localcloud.door.DoorBody;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a test be the person who buys in the vendor's portal. */
final class PortalDoors {

    private record Bought(String orderId, List<License> licenses) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record License(
            String product,
            String deployment,
            Optional<String> sen,
            Optional<String> key,
            Optional<String> entitlement,
            Optional<String> site) {}

    private final Portal portal;
    private final SerialNumbers serials;
    private final InstantSource clock;

    PortalDoors(Portal portal, SerialNumbers serials, InstantSource clock) {
        this.portal = portal;
        this.serials = serials;
        this.clock = clock;
    }

    Answer order(JsonNode json) {
        DoorBody body = DoorBody.of(json, "customer", "items", "pending");
        List<Wanted> wanted = body.items("items").stream().map(Wanted::of).toList();
        int count = wanted.stream().mapToInt(Wanted::quantity).sum();
        long serial = serials.take(count);
        String orderId = LicenseNumbers.order(serial);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<PortalOrder.Item> items = new ArrayList<>(count);
        for (Wanted item : wanted) {
            for (int unit = 0; unit < item.quantity(); unit++) {
                items.add(item(item, orderId + "-" + (items.size() + 1), serial + items.size(), now));
            }
        }
        PortalOrder order =
                new PortalOrder(orderId, now, body.text("customer"), !body.flag("pending"), serial + count, items);
        portal.keep(order);
        return new Answer.Json(201, bought(order));
    }

    /** Makes the licenses of an order that was pending. */
    Answer process(String orderId) {
        Optional<PortalOrder> order = portal.order(orderId);
        if (order.isEmpty()) return Answer.error(404, "not-found");
        portal.keep(order.get().withItemsProcessed());
        return new Answer.Json(200, bought(order.get()));
    }

    private PortalOrder.Item item(Wanted wanted, String itemId, long serial, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        String slug = wanted.renewed()
                .orElseGet(
                        () -> wanted.isDataCenter() ? LicenseNumbers.sen(serial) : LicenseNumbers.entitlement(serial));
        PortalOrder.Item item = new PortalOrder.Item(
                itemId,
                wanted.product(),
                wanted.deployment(),
                wanted.users(),
                slug,
                1,
                wanted.isDataCenter() ? Optional.of(LicenseNumbers.key(serial)) : Optional.empty(),
                wanted.site(),
                today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                today.plusMonths(wanted.months()).atStartOfDay(ZoneOffset.UTC).toInstant());
        return item.withVersion(portal.version(item.entitlementId()) + 1);
    }

    private static Bought bought(PortalOrder order) {
        return new Bought(
                order.orderId(),
                order.items().stream()
                        .map(item -> new License(
                                item.product(),
                                item.deployment(),
                                item.key().map(key -> item.slug()),
                                item.key(),
                                item.key().isPresent() ? Optional.empty() : Optional.of(item.slug()),
                                item.site()))
                        .toList());
    }

    /** @param renewed the SEN or entitlement number that is kept */
    private record Wanted(
            String product,
            String deployment,
            int users,
            int months,
            int quantity,
            Optional<String> site,
            Optional<String> renewed) {

        static Wanted of(JsonNode json) {
            DoorBody body = DoorBody.of(
                    json, "product", "deployment", "users", "months", "quantity", "site", "sen", "entitlement");
            Wanted wanted = new Wanted(
                    body.text("product"),
                    body.oneOf("deployment", Order.DATA_CENTER, "cloud"),
                    body.whole("users", 1, 10_000_000),
                    body.whole("months", 1, 60),
                    body.whole("quantity", 1, 10_000, 1),
                    body.optionalText("site"),
                    body.optionalText("sen").or(() -> body.optionalText("entitlement")));
            if (wanted.renewed().isPresent() && wanted.quantity() != 1) {
                throw new IllegalArgumentException("quantity must be 1 for a renewal");
            }
            return wanted;
        }

        boolean isDataCenter() {
            return deployment.equals(Order.DATA_CENTER);
        }
    }
}
