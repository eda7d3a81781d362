package afterorder.documents.calendar;

import afterorder.order.Email;
import afterorder.order.Language;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told to the calendars of those who meet: an appointment's invitation, a change of it, or that it is called off. It
 * becomes one iCalendar object (RFC 5545) as iTIP (RFC 5546) has it. The same message gives the same bytes.
 *
 * <p>What mail programs need of it:
 *
 * <ul>
 *   <li>The same {@code uid} through an appointment's life, and a {@code sequence} that rises with each change; a cancellation
 *       needs a higher one, too (RFC 5546, 2.1.4).
 *   <li>Who gets it is an attendee, by the very address that the mail goes to: else there is nothing to accept.
 *   <li>The organizer is nobody who gets it: calendars take it that the organizer has the appointment already. There they send
 *       the answers, too (METHOD:REPLY).
 * </ul>
 *
 * @param uid unique in the world, such as an id {@code @} a domain of ours (RFC 5545, 3.8.4.7: 255 octets are safe)
 * @param sequence 0 for the first message of the appointment
 * @param stamp when this message was made; whole seconds count, as in the other times
 * @param to when it ends, that time no longer included
 * @param zone in which calendars name the times
 * @param summary the title, in one line
 * @param location a place in one line, or blank; the meeting's address is added
 * @param description in paragraphs, or blank; the meeting's address is added unless it stands there
 * @param meeting where one takes part by video or telephone
 * @param language of the texts
 */
public record CalendarMessage(
        Method method,
        String uid,
        int sequence,
        Instant stamp,
        Instant from,
        Instant to,
        ZoneId zone,
        String summary,
        String description,
        String location,
        @Nullable URI meeting,
        Party organizer,
        List<Party> attendees,
        Language language) {

    /** @throws IllegalArgumentException when it ends before it lasted a second, nobody is invited, or there is no uid or sequence */
    public CalendarMessage {
        if (to.getEpochSecond() <= from.getEpochSecond())
            throw new IllegalArgumentException("an appointment from " + from + " cannot end at " + to);
        if (attendees.isEmpty()) throw new IllegalArgumentException("an appointment has an attendee (RFC 5546, 3.2.2)");
        if (uid.isBlank() || sequence < 0)
            throw new IllegalArgumentException("not a uid and a sequence from 0: " + uid + ", " + sequence);
        attendees = List.copyOf(attendees);
    }

    /** What the message is for (RFC 5546, 1.4). */
    public enum Method {
        /** Invites, or moves or changes what was agreed. */
        REQUEST,
        /** Calls off. */
        CANCEL
    }

    /** Somebody who meets. @param name for people to read; where it is blank, the address is shown */
    public record Party(String name, Email email) {}

    /** The iCalendar object, in UTF-8. */
    public byte[] bytes() {
        ContentLines lines = new ContentLines()
                .line("BEGIN:VCALENDAR")
                .line("PRODID:-//afterorder//appointments//EN")
                .line("VERSION:2.0")
                .line("CALSCALE:GREGORIAN")
                .line("METHOD:" + method);
        new Event(this).writeTo(lines);
        return lines.line("END:VCALENDAR").bytes();
    }

    /** Of the MIME part that is the message (RFC 6047, 2.4). */
    public String contentType() {
        return "text/calendar; charset=utf-8; method=" + method + "; component=VEVENT";
    }
}
