package afterorder.localcloud.workflow.definition;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A policy to try again.
 *
 * @param backoffRate by which the interval grows with each attempt, 1 or more
 * @param jitter FULL jitter: anything between nothing and the interval
 */
public record Retrier(
        List<String> errors,
        Duration interval,
        int maxAttempts,
        double backoffRate,
        Duration maxDelay,
        boolean jitter) {

    /** How long to wait before the given attempt, the first being 1. */
    public Duration delay(int attempt, RandomGenerator random) {
        double seconds = interval.toSeconds() * Math.pow(backoffRate, attempt - 1.0);
        double bounded = Math.min(seconds, maxDelay.toSeconds());
        return Duration.ofMillis((long) (1000 * (jitter ? random.nextDouble() * bounded : bounded)));
    }
}
