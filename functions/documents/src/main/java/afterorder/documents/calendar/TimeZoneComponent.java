package afterorder.documents.calendar;

import afterorder.order.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A time zone as a VTIMEZONE (RFC 5545, 3.6.5) that holds for one appointment. Clock changes that come every year are written
 * as yearly rules, one STANDARD and one DAYLIGHT, of which Outlook reads no more (MS-OXCICAL 2.1.3.1.1.19.2). Where they
 * follow no such rule, as in Morocco, the last one before the appointment, those within, and the next one are written.
 */
final class TimeZoneComponent {
    /** Clocks that were changed last before so long a time are changed no more. */
    private static final Duration CONSTANT = Duration.ofDays(400);

    private final ZoneId zone;
    private final ZoneRules rules;

    TimeZoneComponent(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    void writeTo(ContentLines lines, Instant from, Instant to, Language language) {
        List<Observance> observances = yearly(from.atZone(zone).getYear() - 1);
        lines.line("BEGIN:VTIMEZONE").line("TZID:" + Value.text(zone.getId()));
        for (Observance observance : observances.isEmpty() ? around(from, to) : observances)
            observance.writeTo(lines, language);
        lines.line("END:VTIMEZONE");
    }

    /** The changes from a year on, or none when not all of them follow a yearly rule since then. */
    private List<Observance> yearly(int year) {
        List<ZoneOffsetTransition> single = rules.getTransitions();
        if (!single.isEmpty() && single.getLast().getDateTimeBefore().getYear() >= year) return List.of();
        List<Observance> yearly = new ArrayList<>();
        for (ZoneOffsetTransitionRule change : rules.getTransitionRules())
            YearlyRule.of(change, year)
                    .ifPresent(rule -> yearly.add(Observance.yearly(zone, change.createTransition(year), rule)));
        return yearly.size() == rules.getTransitionRules().size() ? yearly : List.of();
    }

    private List<Observance> around(Instant from, Instant to) {
        List<Observance> around = new ArrayList<>();
        ZoneOffsetTransition last = rules.previousTransition(from.plusNanos(1));
        boolean isConstant = last == null || last.getInstant().isBefore(from.minus(CONSTANT));
        around.add(isConstant ? Observance.constant(zone, from) : Observance.single(zone, last));
        Instant time = from;
        while (time.isBefore(to)) {
            ZoneOffsetTransition next = rules.nextTransition(time);
            if (next == null) break;
            around.add(Observance.single(zone, next));
            time = next.getInstant();
        }
        return around;
    }
}
