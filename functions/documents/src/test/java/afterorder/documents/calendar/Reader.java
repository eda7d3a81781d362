package afterorder.documents.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.validate.ValidationEntry;

/**
 * Calendar messages as ical4j reads them, which shares no line with what writes them. Times are found by the time zone that
 * the message brings, whatever it is called: ical4j says when its clocks change, and RFC 5545 (3.3.5, 3.6.5) what that means.
 * The zones that ical4j itself makes of it are another matter: they depend on the clock, and take "2SU" for "2nd or later".
 */
public final class Reader {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final Calendar calendar;

    private Reader(Calendar calendar) {
        this.calendar = calendar;
    }

    static Reader of(CalendarMessage message) {
        return of(message.bytes());
    }

    public static Reader of(byte[] ics) {
        try {
            return new Reader(new CalendarBuilder().build(new ByteArrayInputStream(ics)));
        } catch (IOException | ParserException failure) {
            throw new AssertionError(new String(ics, UTF_8), failure);
        }
    }

    public Set<ValidationEntry> faults() {
        return calendar.validate().getEntries();
    }

    public String method() {
        Property method = calendar.getRequiredProperty("METHOD");
        return method.getValue();
    }

    public VEvent event() {
        return (VEvent) calendar.getComponents("VEVENT").getFirst();
    }

    public String value(String property) {
        Property found = event().getRequiredProperty(property);
        return found.getValue();
    }

    public Instant from() {
        return time(event().getRequiredProperty("DTSTART"));
    }

    public Instant to() {
        return time(event().getRequiredProperty("DTEND"));
    }

    private Instant time(Property property) {
        String value = property.getValue();
        if (value.endsWith("Z"))
            return LocalDateTime.parse(value.replace("Z", ""), LOCAL).toInstant(ZoneOffset.UTC);
        String zone = property.getRequiredParameter("TZID").getValue();
        return Stream.of(calendar.getComponents("VTIMEZONE").toArray())
                .map(VTimeZone.class::cast)
                .filter(found -> found.getTimeZoneId().getValue().equals(zone))
                .map(found -> time(LocalDateTime.parse(value, LOCAL), found))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no VTIMEZONE called " + zone));
    }

    /** The first time at which clocks show it. */
    private static Instant time(LocalDateTime shown, VTimeZone zone) {
        Map<Instant, ZoneOffset> offsets = new TreeMap<>();
        for (Observance observance : zone.getObservances()) addChanges(observance, shown.plusYears(1), offsets);
        Instant found = null;
        ZoneOffset offset = null;
        for (var change : offsets.entrySet()) {
            if (offset != null && shown.toInstant(offset).isBefore(change.getKey())) break;
            offset = change.getValue();
            found = shown.toInstant(offset);
            if (found.isBefore(change.getKey())) throw new AssertionError("no clock shows " + shown);
        }
        if (found == null) throw new AssertionError("no observance at " + shown);
        return found;
    }

    private static void addChanges(Observance observance, LocalDateTime last, Map<Instant, ZoneOffset> offsets) {
        LocalDateTime first = observance.getStartDate().getDate();
        ZoneOffset before = observance.getTimeZoneOffsetFrom().getOffset();
        ZoneOffset after = observance.getTimeZoneOffsetTo().getOffset();
        offsets.put(first.toInstant(before), after);
        for (Object onset : observance.calculateRecurrenceSet(new Period<>(first, last)))
            offsets.put(LocalDateTime.from(((Period<?>) onset).getStart()).toInstant(before), after);
    }
}
