package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the reseller is told of an order: its outcome, and what was sold page by page. */
final class Told {

    private static final int PAGE = 500;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record PlacedOrder(
            String reference,
            Instant orderedAt,
            Outcome.Contact technicalContact,
            int count,
            List<Outcome.Entitlement> entitlements,
            Optional<String> next) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Page(List<Outcome.Entitlement> entitlements, Optional<String> next) {}

    private Told() {}

    /** @param status of the answer when it was sold */
    static Answer order(OrderBook.Entry entry, int status) {
        return ifSold(entry, order -> {
            Page first = page(order.entitlements(), 0);
            return new Answer.Json(
                    status,
                    new PlacedOrder(
                            order.reference(),
                            order.orderedAt(),
                            order.technicalContact(),
                            order.entitlements().size(),
                            first.entitlements(),
                            first.next()));
        });
    }

    /** @param after a cursor that was given out as {@code next} */
    static Answer entitlements(OrderBook.Entry entry, Optional<String> after) {
        return ifSold(entry, order -> {
            List<Outcome.Entitlement> all = order.entitlements();
            if (after.isEmpty()) return new Answer.Json(200, page(all, 0));
            for (int start = PAGE; start < all.size(); start += PAGE) {
                if (cursor(start).equals(after.get())) return new Answer.Json(200, page(all, start));
            }
            return Answer.error(400, "unknown-cursor");
        });
    }

    static Answer ifSold(OrderBook.Entry entry, Function<Outcome.PlacedOrder, Answer> answer) {
        return switch (entry.outcome()) {
            case Outcome.Sold(var order) -> answer.apply(order);
            case Outcome.Refused(String reason) -> new Answer.Json(422, Map.of("error", "refused", "reason", reason));
            case Outcome.Pending() -> pending(entry.reference());
        };
    }

    static Answer pending(String reference) {
        return new Answer.Json(202, Map.of("reference", reference, "status", "pending"));
    }

    private static Page page(List<Outcome.Entitlement> all, int start) {
        int end = Math.min(start + PAGE, all.size());
        return new Page(all.subList(start, end), end < all.size() ? Optional.of(cursor(end)) : Optional.empty());
    }

    /** Looks opaque, so that nobody counts with it. */
    private static String cursor(int start) {
        byte[] text = ("from-" + start).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
