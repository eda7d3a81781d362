package afterorder.order.settings;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When somebody works, day by day; a day that is left out is free. */
public record WorkingWeek(
        List<Shift> monday,
        List<Shift> tuesday,
        List<Shift> wednesday,
        List<Shift> thursday,
        List<Shift> friday,
        List<Shift> saturday,
        List<Shift> sunday) {

    /** A stretch of work without a break, on the clock of the wall; written as {@code ["09:00", "12:30"]}. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"from", "to"})
    public record Shift(LocalTime from, LocalTime to) {
        public Shift {
            requireNonNull(from, "a shift needs its beginning");
            requireNonNull(to, "a shift needs its end");
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a shift must end after it begins, not from " + from + " to " + to);
            }
        }
    }

    /** @throws IllegalArgumentException when shifts are out of order or overlap, or nobody ever works */
    public WorkingWeek {
        monday = day(monday);
        tuesday = day(tuesday);
        wednesday = day(wednesday);
        thursday = day(thursday);
        friday = day(friday);
        saturday = day(saturday);
        sunday = day(sunday);
        if (Stream.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday)
                .allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a week needs a shift");
        }
    }

    /** In the order of the clock. */
    List<Shift> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    private static List<Shift> day(@Nullable List<Shift> shifts) {
        List<Shift> day = Optional.ofNullable(shifts).map(List::copyOf).orElse(List.of());
        for (int next = 1; next < day.size(); next++) {
            if (day.get(next).from().isBefore(day.get(next - 1).to())) {
                throw new IllegalArgumentException(
                        "shifts of a day follow each other, not " + day.get(next - 1) + " and " + day.get(next));
            }
        }
        return day;
    }
}
