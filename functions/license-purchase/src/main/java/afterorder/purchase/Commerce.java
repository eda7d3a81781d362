package afterorder.purchase;

import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.purchase.VendorHttp.Reply;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;

/**
 * Atlassian's commerce interface, as {@code infrastructure/vendor/commerce.openapi.yaml} describes it: it tells what a person
 * bought. A call that failed is made again here, since a batch is many of them; none is made sooner than the pace allows.
 */
final class Commerce {
    private final VendorHttp http;
    private final FailsafeExecutor<Object> calls;

    Commerce(VendorHttp http, RateLimiter<Object> pace) {
        this.http = http;
        this.calls = Failsafe.with(Patience.SHORT, pace);
    }

    /** Empty when there is no order of that number. */
    Optional<CommerceOrder> order(String number) {
        Reply reply = get("orders/" + encoded(number), "order " + number);
        if (reply.status() == 404) return Optional.empty();
        return Optional.of(http.read(reply, CommerceOrder.class));
    }

    Entitlement entitlement(String id) {
        Reply reply = get("entitlements/" + encoded(id) + "/details", "entitlement " + id);
        if (reply.status() == 404) throw http.unavailable(reply);
        CommerceEntitlement details = http.read(reply, CommerceEntitlement.class);
        try {
            return details.told();
        } catch (DateTimeException | IllegalArgumentException unknown) {
            throw http.unreadable(reply);
        }
    }

    /** @throws VendorUnavailable when it says neither what it has nor that it has none */
    private Reply get(String path, String about) {
        return calls.get(() -> {
            Reply reply = http.get("/commerce/api/v2/" + path, about);
            if (reply.status() != 200 && reply.status() != 404) throw http.unavailable(reply);
            return reply;
        });
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
