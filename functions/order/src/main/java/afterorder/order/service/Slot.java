package afterorder.order.service;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time for an appointment.
 *
 * @param from to the minute
 * @param to later than its beginning
 * @param place where to meet; absent when there is only a link
 * @param meeting where to meet online
 */
public record Slot(
        Instant from,
        Instant to,
        @Nullable String place,
        @Nullable URI meeting) {

    /** The day on which it begins. */
    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(from, zone);
    }
}
