package afterorder.order.settings;

import static afterorder.order.settings.WorkingHoursTest.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a customer has waited in a team's working time (S15), and when a team can be met (S16). Times are those of Berlin. */
class WorkingTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String OFFICE = """
            {"monday": [["09:00", "12:30"], ["13:00", "17:00"]], "tuesday": [["09:00", "12:30"], ["13:00", "17:00"]],
             "wednesday": [["09:00", "12:30"], ["13:00", "17:00"]], "thursday": [["09:00", "12:30"], ["13:00", "17:00"]],
             "friday": [["09:00", "12:30"], ["13:00", "16:00"]], "saturday": [["09:00", "12:00"]]}""";
    /** Around both changes of the clocks, which come at 02:00 and 03:00, and around midnight. */
    private static final String NIGHT = """
            {"saturday": [["20:00", "23:59"]], "sunday": [["00:00", "02:30"], ["02:30", "05:00"]]}""";

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:30, 2026-11-23T09:30, PT0S", // nothing
        "2026-11-23T09:30, 2026-11-23T09:00, PT0S", // backwards
        "2026-11-23T09:30, 2026-11-23T11:15, PT1H45M",
        "2026-11-23T12:00, 2026-11-23T13:30, PT1H", // a break
        "2026-11-23T12:30, 2026-11-23T13:00, PT0S",
        "2026-11-23T00:00, 2026-11-24T00:00, PT7H30M", // midnight to midnight
        "2026-11-23T17:00, 2026-11-24T09:00, PT0S", // a night
        "2026-11-20T15:00, 2026-11-23T10:00, PT5H", // a weekend, with its Saturday
        "2026-11-21T12:00, 2026-11-22T23:59, PT0S", // the rest of one
        "2026-12-24T16:00, 2026-12-28T10:00, PT2H", // Christmas on a Friday and a Saturday
    })
    @Tag("S15")
    void counts_working_time_of_a_stretch(String from, String to, Duration worked) {
        assertThat(hours(OFFICE, "DE-HE").between(at(from), at(to))).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-04, DE-HE, PT0S", // Corpus Christi
        "2026-06-04, DE-BY, PT0S",
        "2026-06-04, DE-BE, PT7H30M",
        "2025-08-15, DE-SL, PT0S", // the Assumption of Mary, in the whole of the Saarland
        "2025-08-15, DE-BY, PT6H30M", // in Bavaria in single towns only
        "2025-08-15, DE-HE, PT6H30M",
        "2027-01-06, DE-BY, PT0S", // Epiphany
        "2027-01-06, DE-HE, PT7H30M",
        "2026-03-08, DE-BE, PT0S", // a Sunday
        "2027-03-08, DE-BE, PT0S", // Women's Day
        "2027-03-08, DE-HE, PT7H30M",
        "2025-10-31, DE-SN, PT0S", // Reformation Day
        "2025-10-31, DE-BY, PT6H30M",
    })
    @Tag("S15")
    void keeps_the_holidays_of_the_team_s_state(String day, String state, Duration worked) {
        WorkingHours hours = hours(OFFICE, state);
        assertThat(hours.between(at(day + "T00:00"), at(day + "T23:59"))).isEqualTo(worked);
        assertThat(hours.includes(at(day + "T09:00"), at(day + "T12:00"))).isEqualTo(worked.isPositive());
    }

    @Test
    @Tag("S15")
    void counts_the_hours_of_the_nights_in_which_the_clocks_change() {
        WorkingHours night = hours(NIGHT, "DE-HE");
        // 00:00 to 02:00 and 03:00 to 05:00: the hour between was never shown.
        assertThat(night.between(at("2026-03-29T00:00"), at("2026-03-29T05:00")))
                .isEqualTo(Duration.ofHours(4));
        assertThat(night.between(at("2026-03-29T01:30"), at("2026-03-29T03:30")))
                .isEqualTo(Duration.ofHours(1));
        // 00:00 to 05:00 with an hour that is shown twice.
        assertThat(night.between(at("2026-10-25T00:00"), at("2026-10-25T05:00")))
                .isEqualTo(Duration.ofHours(6));
        assertThat(night.between(Instant.parse("2026-10-25T00:15:00Z"), Instant.parse("2026-10-25T01:15:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    @Tag("S15")
    void counts_across_midnight_without_the_minute_that_no_shift_has() {
        assertThat(hours(NIGHT, "DE-HE").between(at("2026-11-21T23:00"), at("2026-11-22T01:00")))
                .isEqualTo(Duration.ofMinutes(119));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T10:00, true", // from the first minute on
        "2026-11-23T08:59, 2026-11-23T10:00, false",
        "2026-11-23T16:00, 2026-11-23T17:00, true", // until the last
        "2026-11-23T16:00, 2026-11-23T17:01, false",
        "2026-11-23T09:00, 2026-11-23T17:00, true", // a workshop with the break in it
        "2026-11-23T12:00, 2026-11-23T12:30, true",
        "2026-11-23T12:00, 2026-11-23T12:45, false", // ends in the break
        "2026-11-23T12:45, 2026-11-23T14:00, false", // begins in it
        "2026-11-23T12:30, 2026-11-23T13:00, false", // is nothing but it
        "2026-11-23T12:40, 2026-11-23T12:50, false",
        "2026-11-20T16:00, 2026-11-20T17:00, false", // on Friday that is too late
        "2026-11-21T09:00, 2026-11-21T10:00, true", // a Saturday
        "2026-11-22T09:00, 2026-11-22T10:00, false", // a Sunday
        "2026-11-23T16:00, 2026-11-24T10:00, false", // two days
        "2026-11-23T10:00, 2026-11-23T10:00, false", // nothing
        "2026-11-23T11:00, 2026-11-23T10:00, false", // backwards
        "2026-12-25T10:00, 2026-12-25T11:00, false", // Christmas
    })
    @Tag("S16")
    void knows_what_lies_within_working_hours(String from, String to, boolean included) {
        assertThat(hours(OFFICE, "DE-HE").includes(at(from), at(to))).isEqualTo(included);
    }

    @Test
    @Tag("S16")
    void ends_an_appointment_before_midnight() {
        WorkingHours night = hours(NIGHT, "DE-HE");
        assertThat(night.includes(at("2026-11-21T23:00"), at("2026-11-21T23:59")))
                .isTrue();
        assertThat(night.includes(at("2026-11-21T23:00"), at("2026-11-22T00:00")))
                .isFalse();
        assertThat(night.includes(at("2026-11-22T00:00"), at("2026-11-22T01:00")))
                .isTrue();
    }

    @Test
    @Tag("S16")
    void takes_appointments_by_the_clock_of_the_team_also_when_it_changes() {
        WorkingHours night = hours(NIGHT, "DE-HE");
        assertThat(night.includes(at("2026-03-29T01:30"), at("2026-03-29T03:30")))
                .isTrue();
        assertThat(night.includes(at("2026-03-29T04:30"), at("2026-03-29T05:30")))
                .isFalse();
        // The second showing of 02:15 to 02:45, and 05:00 by the new offset.
        assertThat(night.includes(Instant.parse("2026-10-25T01:15:00Z"), Instant.parse("2026-10-25T01:45:00Z")))
                .isTrue();
        assertThat(night.includes(Instant.parse("2026-10-25T03:00:00Z"), Instant.parse("2026-10-25T04:00:00Z")))
                .isTrue();
        assertThat(night.includes(Instant.parse("2026-10-25T03:00:00Z"), Instant.parse("2026-10-25T04:01:00Z")))
                .isFalse();
        // 09:00 in Berlin is an hour earlier by UTC once it is summer.
        WorkingHours office = hours(OFFICE, "DE-HE");
        assertThat(office.includes(Instant.parse("2026-03-27T08:00:00Z"), Instant.parse("2026-03-27T09:00:00Z")))
                .isTrue();
        assertThat(office.includes(Instant.parse("2026-03-30T07:00:00Z"), Instant.parse("2026-03-30T08:00:00Z")))
                .isTrue();
        assertThat(office.includes(Instant.parse("2026-10-26T07:00:00Z"), Instant.parse("2026-10-26T08:00:00Z")))
                .isFalse();
    }

    private static Instant at(String berlinTime) {
        return LocalDateTime.parse(berlinTime).atZone(BERLIN).toInstant();
    }
}
