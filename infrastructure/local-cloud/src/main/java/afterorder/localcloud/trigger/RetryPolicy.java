package afterorder.localcloud.trigger;

import java.time.Duration;

/**
 * What becomes of an asynchronous event that a function failed on: {@code EventInvokeConfig}.
 *
 * @param retries how often it is tried again, 0 to 2
 * @param longestAge an event that is older, in moved time, is dropped
 */
public record RetryPolicy(int retries, Duration longestAge) {
    /** Where the template says nothing. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(2, Duration.ofHours(6));
}
