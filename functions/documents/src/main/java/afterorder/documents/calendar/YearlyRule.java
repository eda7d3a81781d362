package afterorder.documents.calendar;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** When clocks change every year, as an RRULE (RFC 5545, 3.3.10) of the one form that Outlook takes (MS-OXCICAL 2.1.3.1.1.19.2.2). */
final class YearlyRule {
    /** From the first to the last of a weekday in a month. */
    private static final List<Integer> OCCURRENCES = List.of(1, 2, 3, 4, -1);

    /** After so many years the days of the week come again. */
    private static final int CYCLE = 28;

    private YearlyRule() {}

    /** The rule, if the change comes from a year on at the same time of the same weekday, say the last one, of a month. */
    static Optional<String> of(ZoneOffsetTransitionRule change, int year) {
        List<LocalDateTime> days = IntStream.range(year, year + CYCLE)
                .mapToObj(change::createTransition)
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .toList();
        LocalDateTime first = days.getFirst();
        return OCCURRENCES.stream()
                .filter(nth -> days.stream().allMatch(day -> isLike(first, day, nth)))
                .findFirst()
                .map(nth -> "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s"
                        .formatted(first.getMonthValue(), nth, code(first.getDayOfWeek())));
    }

    private static boolean isLike(LocalDateTime first, LocalDateTime day, int nth) {
        return day.getMonth() == first.getMonth()
                && day.toLocalTime().equals(first.toLocalTime())
                && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, first.getDayOfWeek())));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
