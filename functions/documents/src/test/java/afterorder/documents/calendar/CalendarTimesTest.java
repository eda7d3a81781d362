package afterorder.documents.calendar;

import static afterorder.documents.calendar.Appointment.anAppointment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whoever reads a message finds the appointment at the time that was agreed, in any zone and near any clock change. */
@Tag("S16")
class CalendarTimesTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2032-01-01T00:00:00Z");

    /** Without those that ical4j makes while it reads. */
    private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith("ical4j"))
            .sorted()
            .map(ZoneId::of)
            .toList();

    @Property(tries = 500)
    void finds_it_in_every_zone(@ForAll("zones") ZoneId zone, @ForAll("times") Instant time) {
        assertIsFound(anAppointment().at(time, zone).message());
    }

    @Example
    void finds_it_on_the_days_around_each_clock_change() {
        for (String zone : List.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Santiago",
                "Africa/Cairo",
                "Africa/Casablanca",
                "America/Nuuk",
                "Asia/Jerusalem")) {
            List<Instant> changes = changes(ZoneId.of(zone));
            assertThat(changes).as(zone).hasSizeGreaterThanOrEqualTo(12);
            for (Instant change : changes)
                for (long minutes : List.of(-24 * 60, -60, -30, -1, 0, 30, 60, 24 * 60))
                    assertIsFound(anAppointment()
                            .at(change.plus(Duration.ofMinutes(minutes)), ZoneId.of(zone))
                            .message());
        }
    }

    @Example
    void finds_it_where_clocks_never_change() {
        for (String zone :
                List.of("Asia/Kolkata", "America/Phoenix", "UTC", "Z", "+05:45", "Asia/Dubai", "Africa/Monrovia")) {
            CalendarMessage message =
                    anAppointment().at("2026-06-15T10:30", ZoneId.of(zone)).message();
            assertIsFound(message);
            assertThat(text(message)).containsOnlyOnce("BEGIN:STANDARD").doesNotContain("BEGIN:DAYLIGHT");
        }
    }

    @Example
    void finds_one_that_lasts_over_a_clock_change() {
        for (ZoneId zone : List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Africa/Casablanca")))
            for (Instant change : changes(zone))
                assertIsFound(anAppointment()
                        .between(change.minus(Duration.ofHours(5)), change.plus(Duration.ofDays(50)), zone)
                        .message());
    }

    @Example
    void writes_yearly_changes_as_outlook_reads_them() {
        assertThat(text(anAppointment()
                        .at("2026-07-01T10:00", ZoneId.of("Europe/Berlin"))
                        .message()))
                .contains("DTSTART;TZID=Europe/Berlin:20260701T100000\r\n")
                .containsOnlyOnce(
                        "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                + "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n")
                .containsOnlyOnce(
                        "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                + "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n");
        assertThat(text(anAppointment()
                        .at("2026-07-01T10:00", ZoneId.of("America/New_York"))
                        .message()))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU");
        assertThat(text(anAppointment()
                        .at("2026-07-01T10:00", ZoneId.of("Australia/Lord_Howe"))
                        .message()))
                .contains("TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100", "TZOFFSETFROM:+1100\r\nTZOFFSETTO:+1030");
    }

    /** In the night of the change, 02:30 comes twice: it says which. */
    @Example
    void tells_the_second_of_two_equal_local_times_in_utc() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        CalendarMessage first = anAppointment()
                .between(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T00:45:00Z"), berlin)
                .message();
        assertThat(text(first)).contains("DTSTART;TZID=Europe/Berlin:20261025T023000");
        CalendarMessage second = anAppointment()
                .between(Instant.parse("2026-10-25T01:30:00Z"), Instant.parse("2026-10-25T01:45:00Z"), berlin)
                .message();
        assertThat(text(second)).contains("DTSTART:20261025T013000Z").doesNotContain("VTIMEZONE");
        assertIsFound(first);
        assertIsFound(second);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static List<Instant> changes(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return Stream.iterate(
                        rules.nextTransition(FIRST),
                        change -> change != null && change.getInstant().isBefore(LAST),
                        change -> rules.nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .toList();
    }

    private static void assertIsFound(CalendarMessage message) {
        Reader reader = Reader.of(message);
        assertThat(reader.from()).as("from in %s", message.zone()).isEqualTo(message.from());
        assertThat(reader.to()).as("to in %s", message.zone()).isEqualTo(message.to());
        assertThat(reader.faults()).isEmpty();
    }

    private static String text(CalendarMessage message) {
        return new String(message.bytes(), UTF_8);
    }
}
