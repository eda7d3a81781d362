package afterorder.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * Until when something that is stored must be kept. The time runs from the end of the calendar year in which a document was
 * issued, or a letter received (Par. 14b UStG, Par. 147 AO, Par. 257 HGB).
 *
 * @param kind of what is stored: {@code invoice}
 * @param lastDay on which it must be there, in the seller's zone
 * @param until the end of that day
 */
public record Retention(String kind, LocalDate lastDay, Instant until) {
    private static final int YEARS_OF_LETTERS = 6;
    private static final MonthDay END_OF_YEAR = MonthDay.of(12, 31);

    /** Of a document. */
    public static Retention of(DocumentKind kind, LocalDate issuedOn, ZoneId zone) {
        return of(kind.code(), issuedOn, kind.yearsKept(), zone);
    }

    /** Of what was ordered: a business letter that was received. */
    public static Retention ofOrder(LocalDate receivedOn, ZoneId zone) {
        return of("order", receivedOn, YEARS_OF_LETTERS, zone);
    }

    private static Retention of(String kind, LocalDate from, int years, ZoneId zone) {
        LocalDate lastDay = END_OF_YEAR.atYear(from.getYear() + years);
        return new Retention(
                kind, lastDay, lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
