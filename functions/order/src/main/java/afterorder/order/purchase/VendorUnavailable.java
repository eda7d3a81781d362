package afterorder.order.purchase;

import java.time.Duration;
import java.util.Optional;

/** The vendor gave no answer that says whether it sold: ask again under the same reference. */
public final class VendorUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    public VendorUnavailable(String message) {
        this(message, Optional.empty());
    }

    /** @param retryAfter how long the vendor asks to be left alone */
    public VendorUnavailable(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public VendorUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Optional.empty();
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
