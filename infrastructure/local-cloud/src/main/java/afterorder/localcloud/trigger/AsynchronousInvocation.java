package afterorder.localcloud.trigger;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An invocation of type {@code Event}: nobody waits for it, and Lambda tries it twice more when it fails, after one and
 * two minutes.
 */
record AsynchronousInvocation(Functions functions, MovableClock clock, String function, byte[] event) {
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
        if (retries == PAUSES.size()) {
            LOG.error("{} failed {} times, its event is dropped: {}", function, retries + 1, why);
            return;
        }
        LOG.warn("{} failed and is tried again in {}: {}", function, PAUSES.get(retries), why);
        clock.at(clock.instant().plus(PAUSES.get(retries)), () -> attempt(retries + 1));
    }
}
