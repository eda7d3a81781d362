package afterorder.order.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** When somebody works: the shifts of a week, but for public holidays, in the time that the clocks of a zone show. */
public final class WorkingHours {
    private final WorkingWeek week;
    private final PublicHolidays holidays;
    private final ZoneId zone;

    WorkingHours(WorkingWeek week, PublicHolidays holidays, ZoneId zone) {
        this.week = week;
        this.holidays = holidays;
        this.zone = zone;
    }

    /**
     * The first moment at which that much working time has passed since the start: the start itself for none, the end of a
     * shift rather than the beginning of the next. An hour that a clock change takes or adds is not worked or is worked, as
     * it is on that night.
     *
     * @param start at any time, also outside working hours
     * @throws IllegalArgumentException for a negative duration
     */
    public Instant after(Instant start, Duration work) {
        if (work.isNegative()) throw new IllegalArgumentException("working time is not negative: " + work);
        if (work.isZero()) return start;
        Duration remaining = work;
        for (LocalDate day = LocalDate.ofInstant(start, zone); ; day = day.plusDays(1)) {
            if (holidays.include(day)) continue;
            for (WorkingWeek.Shift shift : week.on(day.getDayOfWeek())) {
                Instant from = later(start, moment(day, shift.from()));
                Instant to = later(from, moment(day, shift.to()));
                Duration worked = Duration.between(from, to);
                if (worked.compareTo(remaining) >= 0) return from.plus(remaining);
                remaining = remaining.minus(worked);
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A time that the clocks leave out is when they change; of one that they show twice it is the first. */
    private Instant moment(LocalDate day, LocalTime time) {
        LocalDateTime shown = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).toInstant();
    }
}
