package afterorder.purchase;

import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.Secrets;
import afterorder.order.purchase.Vendor;
import dev.failsafe.RateLimiter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Makes the vendor that the template's parameter {@code Vendor} names. */
final class Vendors {
    private static final Duration MARKETPLACE_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration COMMERCE_ANSWERS_WITHIN = Duration.ofSeconds(5);

    /** Of the 600 that are answered: the template lets two environments read at once. */
    private static final int CALLS_A_MINUTE = 270;

    private final Environment environment;
    private final Secrets access;
    private final EntitlementStore entitlements;

    Vendors(Environment environment, Secrets access, EntitlementStore entitlements) {
        this.environment = environment;
        this.access = access;
        this.entitlements = entitlements;
    }

    Vendor chosen() {
        String name = environment.get("VENDOR");
        return switch (name) {
            case "marketplace" -> marketplace();
            case "desk" -> desk();
            default -> throw new IllegalStateException("VENDOR is marketplace or desk, not " + name);
        };
    }

    private Vendor marketplace() {
        URI address = URI.create(environment.get("VENDOR_URL"));
        return new Persistence(new Marketplace(address, () -> access.get("vendorToken"), MARKETPLACE_ANSWERS_WITHIN));
    }

    private Vendor desk() {
        VendorHttp http = new VendorHttp(
                "Atlassian's commerce interface",
                URI.create(environment.get("COMMERCE_URL")),
                () -> Map.of(
                        "authorization",
                        "Bearer " + access.get("commerceToken"),
                        "x-transaction-account",
                        access.get("commerceAccount")),
                COMMERCE_ANSWERS_WITHIN);
        RateLimiter<Object> pace = RateLimiter.smoothBuilder(CALLS_A_MINUTE, Duration.ofMinutes(1))
                .withMaxWaitTime(Duration.ofSeconds(5))
                .build();
        return new DeskVendor(new Commerce(http, pace), entitlements);
    }
}
