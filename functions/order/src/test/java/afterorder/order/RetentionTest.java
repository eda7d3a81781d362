package afterorder.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void an_invoice_is_kept_eight_years_from_the_end_of_its_year() {
        Retention retention = Retention.of(DocumentKind.INVOICE, LocalDate.of(2026, 1, 1), BERLIN);
        assertThat(retention.kind()).isEqualTo("invoice");
        assertThat(retention.lastDay()).isEqualTo("2034-12-31");
        assertThat(retention.until()).isEqualTo(Instant.parse("2034-12-31T23:00:00Z"));
        assertThat(Retention.of(DocumentKind.DELIVERY_NOTE, LocalDate.of(2026, 12, 31), BERLIN)
                        .lastDay())
                .isEqualTo("2034-12-31");
    }

    @Test
    void a_letter_is_kept_six_years_from_the_end_of_its_year() {
        assertThat(Retention.of(DocumentKind.CONFIRMATION, LocalDate.of(2026, 12, 31), BERLIN)
                        .lastDay())
                .isEqualTo("2032-12-31");
        assertThat(Retention.ofOrder(LocalDate.of(2027, 1, 1), BERLIN))
                .isEqualTo(new Retention("order", LocalDate.of(2033, 12, 31), Instant.parse("2033-12-31T23:00:00Z")));
    }

    @Property
    void nothing_goes_before_its_years_are_over_nor_a_year_later(
            @ForAll DocumentKind kind, @ForAll @IntRange(min = 9000, max = 40000) int day) {
        LocalDate issuedOn = LocalDate.ofEpochDay(day);
        Retention retention = Retention.of(kind, issuedOn, BERLIN);
        LocalDate earliest = issuedOn.plusYears(kind == DocumentKind.CONFIRMATION ? 6 : 8);
        assertThat(retention.lastDay()).isBetween(earliest, earliest.plusYears(1));
        assertThat(ChronoUnit.DAYS.between(issuedOn, retention.lastDay()))
                .as("the days after which the template deletes")
                .isLessThan(kind == DocumentKind.CONFIRMATION ? 2557 : 3288);
        assertThat(retention.until().atZone(BERLIN).toLocalDate())
                .isEqualTo(retention.lastDay().plusDays(1));
    }
}
