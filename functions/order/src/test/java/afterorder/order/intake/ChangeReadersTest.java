package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.Wish;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeReadersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    @Tag("S35")
    void reads_a_date_or_now() {
        assertThat(wish("\"2026-12-15\"", TODAY))
                .isEqualTo(new Reading.Accepted<>(Wish.on(LocalDate.of(2026, 12, 15))));
        assertThat(wish("\"2026-11-23\"", TODAY)).isEqualTo(new Reading.Accepted<>(Wish.on(TODAY)));
        assertThat(wish("\"now\"", TODAY)).isEqualTo(new Reading.Accepted<>(Wish.atOnce(TODAY)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-22, false",
        "2026-11-23, 2031-11-23, true",
        "2026-11-23, 2031-11-24, false",
        // Five years after 29 February end on the 28th.
        "2028-02-29, 2033-02-28, true",
        "2028-02-29, 2033-03-01, false",
        "2026-11-23, 2028-02-29, true",
        "2026-11-23, 2027-02-29, false",
        "2026-11-23, 2026-12-32, false",
        "2026-11-23, +999999999-01-01, false",
        "2026-11-23, Now, false",
        "2026-11-23, 15.12.2026, false",
    })
    void takes_dates_from_today_to_five_years_ahead(LocalDate today, String date, boolean isTaken) {
        assertThat(wish("\"" + date + "\"", today))
                .isInstanceOf(isTaken ? Reading.Accepted.class : Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "20261215", "true", "[]", "{}", "\"\""})
    void refuses_what_is_no_date(String value) {
        assertThat(wish(value, TODAY)).isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(
                        ((Reading.Refused<?>) refused).violations())
                .extracting(Violation::pointer)
                .containsExactly("/purchaseOn"));
    }

    @Test
    void says_what_is_missing_and_what_is_unknown() {
        Reading<Wish> reading = WishReader.read(bytes("{\"date\": \"2026-12-15\"}"), TODAY);
        assertThat(((Reading.Refused<Wish>) reading).violations())
                .extracting(Violation::pointer)
                .containsExactly("/purchaseOn", "/date");
        assertThat(WishReader.read(bytes("{\"purchaseOn\": "), TODAY)).isInstanceOf(Reading.Unreadable.class);
        assertThat(WishReader.read(bytes("[]"), TODAY)).isInstanceOf(Reading.Refused.class);
        assertThat(WishReader.read(bytes(""), TODAY)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    @Tag("S36")
    void reads_a_contact_as_an_order_has_it() {
        assertThat(ContactReader.read(
                        bytes("{\"name\": \"Ada\", \"email\": \"ada@muster.example\", \"atlassianAccount\": true}")))
                .isEqualTo(new Reading.Accepted<>(new TechnicalContact("Ada", new Email("ada@muster.example"), true)));
    }

    @Test
    @Tag("S36")
    void says_everything_that_is_wrong_with_a_contact_at_once() {
        Reading<TechnicalContact> reading =
                ContactReader.read(bytes("{\"name\": \"\", \"email\": \"ada@muster\", \"phone\": \"1\"}"));
        assertThat(((Reading.Refused<TechnicalContact>) reading).violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/name", "/email", "/atlassianAccount", "/phone");
    }

    private static Reading<Wish> wish(String value, LocalDate today) {
        return WishReader.read(bytes("{\"purchaseOn\": " + value + "}"), today);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
