package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.settings.WorkingWeek.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for any week, start and duration, also over the clock changes of some years. */
class WorkingHoursPropertyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PublicHolidays HESSE = new PublicHolidays("DE-HE");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void time_goes_on(
            @ForAll("weeks") WorkingWeek week,
            @ForAll("starts") Instant start,
            @ForAll("durations") Duration work,
            @ForAll("durations") Duration more) {
        WorkingHours hours = new WorkingHours(week, HESSE, BERLIN);
        Instant end = hours.after(start, work);
        assertThat(end).isAfterOrEqualTo(start.plus(work));
        assertThat(hours.after(start, work.plus(more))).isAfterOrEqualTo(end);
        assertThat(hours.after(start.plus(more), work)).isAfterOrEqualTo(end);
    }

    @Property
    void work_in_two_stretches_ends_when_it_does_in_one(
            @ForAll("weeks") WorkingWeek week,
            @ForAll("starts") Instant start,
            @ForAll("durations") Duration first,
            @ForAll("durations") Duration second) {
        WorkingHours hours = new WorkingHours(week, HESSE, BERLIN);
        assertThat(hours.after(hours.after(start, first), second)).isEqualTo(hours.after(start, first.plus(second)));
    }

    @Property
    void work_never_ends_outside_working_hours(
            @ForAll("weeks") WorkingWeek week, @ForAll("starts") Instant start, @ForAll("durations") Duration work) {
        if (work.isZero()) return;
        Instant end = new WorkingHours(week, HESSE, BERLIN).after(start, work);
        ZonedDateTime lastMinute = end.minus(Duration.ofMinutes(1)).atZone(BERLIN);
        // The second showing of an hour belongs to the shift around its first.
        if (BERLIN.getRules().getValidOffsets(lastMinute.toLocalDateTime()).size() > 1) return;
        LocalTime time = lastMinute.toLocalTime();
        assertThat(HESSE.include(lastMinute.toLocalDate())).isFalse();
        assertThat(week.on(lastMinute.getDayOfWeek()))
                .anyMatch(shift -> !time.isBefore(shift.from()) && time.isBefore(shift.to()));
    }

    @Property
    @Tag("S15")
    void what_was_worked_is_as_much_as_it_took(
            @ForAll("weeks") WorkingWeek week, @ForAll("starts") Instant start, @ForAll("durations") Duration work) {
        WorkingHours hours = new WorkingHours(week, HESSE, BERLIN);
        assertThat(hours.between(start, hours.after(start, work))).isEqualTo(work);
    }

    @Property
    @Tag("S15")
    void a_stretch_has_the_working_time_of_its_halves(
            @ForAll("weeks") WorkingWeek week,
            @ForAll("starts") Instant start,
            @ForAll("durations") Duration first,
            @ForAll("durations") Duration second) {
        WorkingHours hours = new WorkingHours(week, HESSE, BERLIN);
        Instant middle = start.plus(first);
        Instant end = middle.plus(second);
        assertThat(hours.between(start, middle).plus(hours.between(middle, end)))
                .isEqualTo(hours.between(start, end))
                .isLessThanOrEqualTo(first.plus(second));
        assertThat(hours.between(end, start)).isZero();
    }

    @Property
    @Tag("S16")
    void an_appointment_within_working_hours_has_no_more_than_its_breaks_outside_of_them(
            @ForAll("weeks") WorkingWeek week,
            @ForAll("starts") Instant start,
            @ForAll("appointments") Duration length) {
        WorkingHours hours = new WorkingHours(week, HESSE, BERLIN);
        Instant from = hours.after(start, Duration.ofMinutes(1));
        Instant to = from.plus(length);
        if (!hours.includes(from, to)) return;
        assertThat(hours.between(from, to)).isPositive();
        assertThat(HESSE.include(LocalDate.ofInstant(from, BERLIN))).isFalse();
        Instant end = hours.after(from, hours.between(from, to));
        assertThat(end).isBeforeOrEqualTo(to);
        assertThat(hours.between(end, to)).isZero();
    }

    /** Whole minutes, three years of them. */
    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.integers()
                .between(0, 3 * 365 * 24 * 60)
                .map(minutes -> FIRST.plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Duration> appointments() {
        return Arbitraries.integers().between(0, 10 * 60).map(Duration::ofMinutes);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.integers().between(0, 60 * 60).map(Duration::ofMinutes);
    }

    @Provide
    Arbitrary<WorkingWeek> weeks() {
        Arbitrary<List<Shift>> day = days();
        return Combinators.combine(day, day, day, day, day, day, day)
                .filter((monday, tuesday, wednesday, thursday, friday, saturday, sunday) -> !(monday.isEmpty()
                        && tuesday.isEmpty()
                        && wednesday.isEmpty()
                        && thursday.isEmpty()
                        && friday.isEmpty()
                        && saturday.isEmpty()
                        && sunday.isEmpty()))
                .as(WorkingWeek::new);
    }

    /** Up to three shifts between times of the day, also such as the clocks leave out or show twice. */
    private static Arbitrary<List<Shift>> days() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).set().ofMaxSize(6).map(WorkingHoursPropertyTest::shifts);
    }

    private static List<Shift> shifts(Set<Integer> minutes) {
        List<LocalTime> times = minutes.stream()
                .sorted()
                .map(minute -> LocalTime.ofSecondOfDay(minute * 60L))
                .toList();
        List<Shift> shifts = new ArrayList<>();
        for (int one = 0; one + 1 < times.size(); one += 2) shifts.add(new Shift(times.get(one), times.get(one + 1)));
        return shifts;
    }
}
