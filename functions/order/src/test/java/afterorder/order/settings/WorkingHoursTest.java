package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String OFFICE = """
            {"monday": [["09:00", "12:30"], ["13:00", "17:00"]], "tuesday": [["09:00", "12:30"], ["13:00", "17:00"]],
             "wednesday": [["09:00", "12:30"], ["13:00", "17:00"]], "thursday": [["09:00", "12:30"], ["13:00", "17:00"]],
             "friday": [["09:00", "12:30"], ["13:00", "16:00"]]}""";
    private static final String NIGHT = """
            {"saturday": [["22:00", "23:30"]], "sunday": [["01:00", "02:30"], ["02:30", "05:00"]]}""";

    private final WorkingHours hesse = hours(OFFICE, "DE-HE");
    private final WorkingHours berlin = hours(OFFICE, "DE-BE");
    private final WorkingHours night = hours(NIGHT, "DE-HE");

    @Test
    void counts_working_time_within_a_day_over_its_break() {
        assertThat(hesse.after(at("2026-11-23T09:30"), Duration.ofHours(4))).isEqualTo(at("2026-11-23T14:00"));
    }

    @Test
    void ends_with_a_shift_rather_than_with_the_beginning_of_the_next() {
        assertThat(hesse.after(at("2026-11-23T09:30"), Duration.ofHours(3))).isEqualTo(at("2026-11-23T12:30"));
        assertThat(hesse.after(at("2026-11-23T12:30"), Duration.ofMinutes(1))).isEqualTo(at("2026-11-23T13:01"));
    }

    @Test
    void goes_from_friday_afternoon_over_the_weekend() {
        assertThat(hesse.after(at("2026-11-20T15:00"), Duration.ofHours(4))).isEqualTo(at("2026-11-23T12:00"));
    }

    @Test
    void counts_from_the_morning_what_comes_in_at_night() {
        assertThat(hesse.after(at("2026-11-24T02:00"), Duration.ofHours(4))).isEqualTo(at("2026-11-24T13:30"));
        assertThat(hesse.after(at("2026-11-24T23:59"), Duration.ofHours(4))).isEqualTo(at("2026-11-25T13:30"));
    }

    @Test
    void respects_the_third_of_october() {
        assertThat(hesse.after(at("2025-10-02T16:00"), Duration.ofHours(2))).isEqualTo(at("2025-10-06T10:00"));
    }

    @Test
    void keeps_corpus_christi_in_hesse_and_works_on_it_in_berlin() {
        assertThat(hesse.after(at("2026-06-03T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-06-05T10:00"));
        assertThat(berlin.after(at("2026-06-03T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-06-04T10:00"));
    }

    @Test
    void leaves_christmas_and_new_year_in_peace() {
        assertThat(hesse.after(at("2026-12-24T16:30"), Duration.ofHours(1))).isEqualTo(at("2026-12-28T09:30"));
        assertThat(hesse.after(at("2026-12-31T16:30"), Duration.ofHours(1))).isEqualTo(at("2027-01-04T09:30"));
    }

    @Test
    void does_not_see_a_clock_change_at_the_weekend() {
        assertThat(hesse.after(at("2026-03-27T15:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-30T10:00"));
        assertThat(hesse.after(at("2026-10-23T15:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-26T10:00"));
    }

    @Test
    void works_an_hour_less_in_the_night_in_which_the_clocks_go_forward() {
        // 01:00 to 02:00, then from 03:00: what begins or ends at 02:30 does so when the clocks change.
        assertThat(night.after(at("2026-03-29T01:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-29T03:00"));
        assertThat(night.after(at("2026-03-29T01:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-29T04:00"));
    }

    @Test
    void works_an_hour_more_in_the_night_in_which_the_clocks_go_back() {
        // 01:00 to 05:00 lasts five hours.
        assertThat(night.after(at("2026-10-25T01:00"), Duration.ofHours(5))).isEqualTo(at("2026-10-25T05:00"));
        assertThat(night.after(at("2026-10-25T01:00"), Duration.ofHours(3)))
                .isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void takes_no_negative_time() {
        assertThatThrownBy(() -> hesse.after(at("2026-11-23T09:30"), Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_week_that_nobody_can_work() {
        assertThatThrownBy(() -> hours("{}", "DE-HE")).hasMessageContaining("a week needs a shift");
        assertThatThrownBy(() -> hours("{\"monday\": [[\"17:00\", \"09:00\"]]}", "DE-HE"))
                .hasMessageContaining("a shift must end after it begins");
        assertThatThrownBy(() -> hours("{\"monday\": [[\"09:00\", \"13:00\"], [\"12:00\", \"14:00\"]]}", "DE-HE"))
                .hasMessageContaining("shifts of a day follow each other");
        assertThatThrownBy(() -> hours("{\"monday\": [[\"09:00\"]]}", "DE-HE"))
                .hasMessageContaining("a shift needs its end");
        assertThatThrownBy(() -> hours("{\"monday\": [[\"09:00\", \"13:00\"]], \"moonday\": []}", "DE-HE"))
                .hasMessageContaining("moonday");
        assertThatThrownBy(() -> hours(OFFICE, "HE")).hasMessageContaining("as DE-HE, not HE");
    }

    @Test
    void the_desk_that_is_set_can_be_read() {
        Desk desk = Settings.bundled().desk();
        assertThat(desk.leadAfter()).isGreaterThan(desk.remindAfter());
        Instant task = at("2026-11-20T15:00");
        assertThat(desk.workingHours().after(task, desk.remindAfter())).isBetween(task, task.plus(Duration.ofDays(14)));
    }

    static WorkingHours hours(String week, String state) {
        try {
            return new WorkingHours(Json.MAPPER.readValue(week, WorkingWeek.class), new PublicHolidays(state), BERLIN);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Instant at(String berlinTime) {
        return LocalDateTime.parse(berlinTime).atZone(BERLIN).toInstant();
    }
}
