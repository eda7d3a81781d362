package afterorder.order.service;

import java.time.Duration;
import java.time.Instant;

/** Work that was done: who, when, on what (S26). @param number counts the entries of an engagement from 1 @param from, to: to the minute */
public record PerformanceEntry(int number, Person by, Instant from, Instant to, String what) {

    public Duration duration() {
        return Duration.between(from, to);
    }
}
