package afterorder.documents.calendar;

import afterorder.documents.calendar.CalendarMessage.Method;
import afterorder.documents.calendar.CalendarMessage.Party;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An appointment as a VEVENT (RFC 5545, 3.6.1), with its time zone. Outlook reads {@code X-MICROSOFT-CDO-BUSYSTATUS} where
 * others read TRANSP (MS-OXCICAL 2.1.3.1.1.20.25 and .31): both say that what is called off takes no time any more.
 */
final class Event {
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final CalendarMessage message;

    Event(CalendarMessage message) {
        this.message = message;
    }

    void writeTo(ContentLines lines) {
        boolean isCalledOff = message.method() == Method.CANCEL;
        boolean isLocal = namesOneTime(message.from()) && namesOneTime(message.to());
        if (isLocal)
            new TimeZoneComponent(message.zone()).writeTo(lines, message.from(), message.to(), message.language());
        String language = ";LANGUAGE=" + message.language().code();
        lines.line("BEGIN:VEVENT")
                .line("UID:" + Value.text(message.uid()))
                .line("SEQUENCE:" + message.sequence())
                .line("DTSTAMP:" + utc(message.stamp()))
                .line("DTSTART" + time(message.from(), isLocal))
                .line("DTEND" + time(message.to(), isLocal))
                .line("SUMMARY" + language + ":" + Value.line(message.summary()))
                .line("DESCRIPTION" + language + ":" + Value.text(description()))
                .line("LOCATION" + language + ":" + Value.line(withMeeting(message.location(), ", ")))
                .line("STATUS:" + (isCalledOff ? "CANCELLED" : "CONFIRMED"))
                .line("TRANSP:" + (isCalledOff ? "TRANSPARENT" : "OPAQUE"))
                .line("X-MICROSOFT-CDO-BUSYSTATUS:" + (isCalledOff ? "FREE" : "BUSY"))
                .line("CLASS:PUBLIC")
                .line("ORGANIZER" + party(message.organizer()));
        String answer = isCalledOff ? "" : ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
        for (Party attendee : message.attendees())
            lines.line("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT" + answer + party(attendee));
        URI meeting = message.meeting();
        if (meeting != null) {
            lines.line("URL:" + meeting.toASCIIString());
            lines.line("CONFERENCE;VALUE=URI:" + meeting.toASCIIString());
        }
        lines.line("END:VEVENT");
    }

    /** A local time that comes twice is the first one to calendars (RFC 5545, 3.3.5): the second is told in UTC. */
    private boolean namesOneTime(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, message.zone());
        return ZonedDateTime.of(local, message.zone()).toInstant().equals(time);
    }

    private String time(Instant time, boolean isLocal) {
        return isLocal
                ? ";TZID=" + Value.parameter(message.zone().getId()) + ":" + LOCAL.format(time.atZone(message.zone()))
                : ":" + utc(time);
    }

    private static String utc(Instant time) {
        return LOCAL.format(time.atOffset(ZoneOffset.UTC)) + "Z";
    }

    private String description() {
        URI meeting = message.meeting();
        boolean isSaid = meeting != null && message.description().contains(meeting.toASCIIString());
        return isSaid ? message.description() : withMeeting(message.description(), "\n\n");
    }

    /** Where calendars look for a link that one can click: few know CONFERENCE (RFC 7986, 5.11). */
    private String withMeeting(String text, String separator) {
        URI meeting = message.meeting();
        if (meeting == null) return text;
        return text.isBlank() ? meeting.toASCIIString() : text + separator + meeting.toASCIIString();
    }

    private static String party(Party party) {
        String name = Value.parameter(party.name());
        return ";CN=" + (name.isEmpty() ? party.email() : name) + ":" + Value.mailto(party.email());
    }
}
