package afterorder.localcloud.trigger;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An invocation of type {@code Event}: nobody waits for it, and Lambda tries it again when it fails, after one minute and
 * after two more, as far as the function's policy lets it.
 *
 * @param came when the event came, moved time
 */
record AsynchronousInvocation(
        Functions functions, MovableClock clock, String function, byte[] event, RetryPolicy policy, Instant came) {
    private static final Logger LOG = LoggerFactory.getLogger(AsynchronousInvocation.class);
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    void start() {
        attempt(0);
    }

    private void attempt(int retries) {
        try {
            functions.invoke(function, event).whenComplete((answer, broken) -> {
                if (broken != null) {
                    failed(retries, broken.toString());
                } else if (answer.error().isPresent()) {
                    failed(retries, new String(answer.payload(), StandardCharsets.UTF_8));
                }
            });
        } catch (AwsError refused) {
            failed(retries, refused.code() + ": " + refused.getMessage());
        }
    }

    private void failed(int retries, String why) {
        if (retries == Math.min(policy.retries(), PAUSES.size()) || isTooOldAfter(PAUSES.get(retries))) {
            LOG.error("{} failed {} times, its event is dropped: {}", function, retries + 1, why);
            return;
        }
        LOG.warn("{} failed and is tried again in {}: {}", function, PAUSES.get(retries), why);
        clock.at(clock.instant().plus(PAUSES.get(retries)), () -> attempt(retries + 1));
    }

    private boolean isTooOldAfter(Duration pause) {
        return clock.instant().plus(pause).isAfter(came.plus(policy.longestAge()));
    }
}
