package afterorder.purchase;

import afterorder.order.purchase.VendorUnavailable;
import dev.failsafe.RetryPolicy;
import java.time.Duration;

/** How often a vendor that gave no answer is asked again at once. One that asks for more time is left alone: the row waits. */
final class Patience {
    private static final Duration MAY_BE_AWAITED = Duration.ofSeconds(3);

    /** For one call out of many. */
    static final RetryPolicy<Object> SHORT = retries(2);

    static final RetryPolicy<Object> LONG = retries(3);

    private Patience() {}

    private static RetryPolicy<Object> retries(int most) {
        return RetryPolicy.builder()
                .handleIf(failure -> failure instanceof VendorUnavailable silence && mayBeAwaited(silence))
                .withMaxRetries(most)
                .withBackoff(Duration.ofMillis(500), Duration.ofSeconds(4))
                .withDelayFnOn(
                        attempt -> ((VendorUnavailable) attempt.getLastException())
                                .retryAfter()
                                .orElse(Duration.ofNanos(-1)),
                        VendorUnavailable.class)
                .build();
    }

    private static boolean mayBeAwaited(VendorUnavailable silence) {
        return silence.retryAfter().orElse(Duration.ZERO).compareTo(MAY_BE_AWAITED) <= 0;
    }
}
