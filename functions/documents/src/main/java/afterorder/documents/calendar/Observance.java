package afterorder.documents.calendar;

import afterorder.order.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * What clocks show from a change of theirs on: a STANDARD or DAYLIGHT of a VTIMEZONE.
 *
 * @param since the change, or any time of those that never change
 * @param onset when clocks change, as they show it before
 * @param recurrence when the change comes, as a property; or empty
 */
record Observance(
        ZoneId zone, Instant since, LocalDateTime onset, ZoneOffset before, ZoneOffset after, String recurrence) {
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxxx", Locale.ROOT);

    /** Of a change that comes every year. */
    static Observance yearly(ZoneId zone, ZoneOffsetTransition first, String rule) {
        return of(zone, first, "RRULE:" + rule);
    }

    /** Of one change alone: some programs read no onset but those of a recurrence. */
    static Observance single(ZoneId zone, ZoneOffsetTransition change) {
        return of(zone, change, "RDATE:" + Event.LOCAL.format(change.getDateTimeBefore()));
    }

    private static Observance of(ZoneId zone, ZoneOffsetTransition change, String recurrence) {
        return new Observance(
                zone,
                change.getInstant(),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                recurrence);
    }

    /** Of clocks that show at a time what they always did. */
    static Observance constant(ZoneId zone, Instant time) {
        ZoneOffset offset = zone.getRules().getOffset(time);
        return new Observance(zone, time, LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset, "");
    }

    void writeTo(ContentLines lines, Language language) {
        String kind = !before.equals(after) && zone.getRules().isDaylightSavings(since) ? "DAYLIGHT" : "STANDARD";
        lines.line("BEGIN:" + kind).line("DTSTART:" + Event.LOCAL.format(onset));
        if (!recurrence.isEmpty()) lines.line(recurrence);
        String name = DateTimeFormatter.ofPattern("zzz", language.locale()).format(since.atZone(zone));
        lines.line("TZOFFSETFROM:" + OFFSET.format(before))
                .line("TZOFFSETTO:" + OFFSET.format(after))
                .line("TZNAME;LANGUAGE=" + language.code() + ":" + Value.text(name))
                .line("END:" + kind);
    }
}
