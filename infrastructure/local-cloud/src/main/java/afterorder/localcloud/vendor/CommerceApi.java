package afterorder.localcloud.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Atlassian's commerce interface as {@code infrastructure/vendor/commerce.openapi.yaml} has it: reading only. */
final class CommerceApi {

    private static final String BEGINNING = "commerce/api/v2/";

    private final Guard guard;
    private final Instructions instructions;
    private final Portal portal;

    CommerceApi(Guard guard, Instructions instructions, Portal portal) {
        this.guard = guard;
        this.instructions = instructions;
        this.portal = portal;
    }

    Answer answer(Call call) throws InterruptedException {
        Optional<Answer> refusal = guard.refusal(call);
        if (refusal.isPresent()) return refusal.get();
        if (call.header("X-transaction-account").orElse("").isBlank()) {
            return Answer.error(400, "the header X-transaction-account is needed");
        }
        Optional<Answer> struck = instructions.strike(Instructions.Kind.COMMERCE);
        if (struck.isPresent()) return struck.get();
        return find(call)
                .<Answer>map(found -> new Answer.Json(200, found))
                .orElseGet(() -> Answer.error(404, "not-found"));
    }

    private Optional<Object> find(Call call) {
        if (!call.method().equals("GET")) return Optional.empty();
        String path = String.join("/", call.path());
        String id = call.segment(4);
        if (path.equals(BEGINNING + "orders/" + id)) return portal.order(id).map(FoundOrder::of);
        if (path.equals(BEGINNING + "entitlements/" + id + "/details")) {
            return portal.license(id).map(FoundEntitlement::of);
        }
        return Optional.empty();
    }

    private record FoundOrder(String orderId, List<Item> items) {

        record Item(String offeringId, String orderItemId, String type, Processing processingInfo) {}

        sealed interface Processing {}

        record Waiting(String status) implements Processing {}

        record Done(String status, Entitlement entitlement) implements Processing {}

        record Entitlement(String id, String version) {}

        static FoundOrder of(PortalOrder order) {
            return new FoundOrder(
                    order.orderId(),
                    order.items().stream().map(item -> item(order, item)).toList());
        }

        private static Item item(PortalOrder order, PortalOrder.Item item) {
            Processing processing = order.processed()
                    ? new Done("COMPLETED", new Entitlement(item.entitlementId(), Integer.toString(item.version())))
                    : new Waiting("PENDING");
            return new Item(
                    item.offeringId(),
                    item.itemId(),
                    item.version() == 1 ? "CREATION_ORDER" : "AMENDMENT_ORDER",
                    processing);
        }
    }

    private record FoundEntitlement(
            String entitlementId,
            String status,
            String slug,
            String offeringKey,
            List<Quantity> optedQuantities,
            OrderName order,
            Term subscriptionv2) {

        record Quantity(String chargeElement, int quantity) {}

        record OrderName(String id, String itemId) {}

        record Term(Instant startTimestamp, Instant endTimestamp) {}

        static FoundEntitlement of(Portal.License license) {
            PortalOrder.Item item = license.item();
            return new FoundEntitlement(
                    item.entitlementId(),
                    "ACTIVE",
                    item.slug(),
                    item.offeringKey(),
                    List.of(new Quantity("user", item.users())),
                    new OrderName(license.order().orderId(), item.itemId()),
                    new Term(item.startsAt(), item.endsAt()));
        }
    }
}
