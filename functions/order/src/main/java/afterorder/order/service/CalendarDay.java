package afterorder.order.service;

import afterorder.order.Email;
import afterorder.order.Sha256;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody of a team has planned and done on one day, whatever the order. It is written together with the engagement, so
 * that two appointments of one person never overlap, nor two entries of work.
 *
 * @param day in the zone of the team
 * @param planned appointments, by their beginning
 * @param worked entries of work, by their beginning
 */
public record CalendarDay(Email person, LocalDate day, long version, List<Held> planned, List<Held> worked)
        implements Row {
    private static final int LENGTH_OF_HASH = 32;

    public CalendarDay {
        planned = List.copyOf(planned);
        worked = List.copyOf(worked);
    }

    /**
     * A stretch of time that is taken.
     *
     * @param orderId of the engagement
     * @param part of the engagement
     * @param number of the appointment, or of the entry of work
     */
    public record Held(Instant from, Instant to, String orderId, String part, int number) {
        boolean overlaps(Held other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }

        private boolean isSame(Held other) {
            return orderId.equals(other.orderId) && part.equals(other.part) && number == other.number;
        }
    }

    public static CalendarDay free(Email person, LocalDate day) {
        return new CalendarDay(person, day, 0, List.of(), List.of());
    }

    /** The address stands in the row, and a hash of it in the key, which logs may name. */
    public static RowKey keyOf(Email person, LocalDate day) {
        return new RowKey("calendar-" + Sha256.hex(person.address()).substring(0, LENGTH_OF_HASH), "day-" + day);
    }

    /** What else is planned then. */
    Optional<Held> inTheWay(Held wanted) {
        return inTheWay(planned, wanted);
    }

    /** What else was done then. */
    Optional<Held> doneThen(Held wanted) {
        return inTheWay(worked, wanted);
    }

    private static Optional<Held> inTheWay(List<Held> held, Held wanted) {
        return held.stream()
                .filter(other -> !other.isSame(wanted) && other.overlaps(wanted))
                .findFirst();
    }

    CalendarDay planning(Held held) {
        return new CalendarDay(person, day, version, with(planned, held), worked);
    }

    CalendarDay withoutPlan(Held held) {
        return new CalendarDay(person, day, version, without(planned, held).toList(), worked);
    }

    CalendarDay working(Held held) {
        return new CalendarDay(person, day, version, planned, with(worked, held));
    }

    CalendarDay withoutWork(Held held) {
        return new CalendarDay(
                person, day, version, planned, without(worked, held).toList());
    }

    private static List<Held> with(List<Held> held, Held added) {
        return Stream.concat(without(held, added), Stream.of(added))
                .sorted(Comparator.comparing(Held::from))
                .toList();
    }

    private static Stream<Held> without(List<Held> held, Held removed) {
        return held.stream().filter(other -> !other.isSame(removed));
    }

    @Override
    public RowKey key() {
        return keyOf(person, day);
    }

    @Override
    public CalendarDay withVersion(long version) {
        return new CalendarDay(person, day, version, planned, worked);
    }
}
