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

    /**
     * How much of a stretch is working time: the inverse of {@link #after}. Zero when {@code to} is not after {@code from};
     * clock changes count as they do there.
     */
    public Duration between(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        for (LocalDate day = LocalDate.ofInstant(from, zone); beginning(day).isBefore(to); day = day.plusDays(1)) {
            if (holidays.include(day)) continue;
            for (WorkingWeek.Shift shift : week.on(day.getDayOfWeek())) {
                Instant begin = later(from, moment(day, shift.from()));
                Instant end = earlier(to, moment(day, shift.to()));
                if (begin.isBefore(end)) worked = worked.plus(Duration.between(begin, end));
            }
        }
        return worked;
    }

    /**
     * Whether an appointment lies within working hours: on one day that is no holiday, from the first shift's beginning at the
     * earliest to the last one's end. It may have a break in between, but neither begins nor ends inside of one, and is not
     * the break itself.
     */
    public boolean includes(Instant from, Instant to) {
        LocalDate day = LocalDate.ofInstant(from, zone);
        return day.equals(LocalDate.ofInstant(to, zone))
                && isInShift(day, from)
                && isInShift(day, to)
                && between(from, to).isPositive();
    }

    /** Or where one begins or ends. */
    private boolean isInShift(LocalDate day, Instant time) {
        return week.on(day.getDayOfWeek()).stream()
                .anyMatch(shift -> !time.isBefore(moment(day, shift.from())) && !time.isAfter(moment(day, shift.to())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
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
