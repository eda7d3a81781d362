package afterorder.documents.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import afterorder.documents.calendar.CalendarMessage;
import afterorder.order.Email;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail to a customer, the same in text and HTML.
 *
 * @param calendar what it says to the reader's calendar
 * @param enclosures the files that go with it
 */
public record Mail(
        Email to,
        String subject,
        String text,
        String html,
        Optional<CalendarMessage> calendar,
        List<Enclosure> enclosures) {

    /** What turns the direction of writing, up to the end of a paragraph of ours. Letters bring their direction with them. */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    /** A subject is one line: what a customer wrote into an order's number can begin no other header. */
    public Mail {
        subject = oneLine(subject);
        text = TURNS.matcher(text).replaceAll("");
        html = TURNS.matcher(html).replaceAll("");
        enclosures = List.copyOf(enclosures);
    }

    Mail(Email to, String subject, String text, String html) {
        this(to, subject, text, html, Optional.empty(), List.of());
    }

    /** To another address of the same reader. */
    public Mail readBy(Email reader) {
        return new Mail(reader, subject, text, html, calendar, enclosures);
    }

    Mail with(List<Enclosure> others) {
        return new Mail(to, subject, text, html, calendar, others);
    }

    /** That mail programs show as an invitation, or as its end, to a reader who is one of its attendees (RFC 6047). */
    public Mail withCalendar(CalendarMessage message) {
        return new Mail(to, subject, text, html, Optional.of(message), enclosures);
    }

    /** Without its headers. */
    int bytes() {
        int enclosed = files().mapToInt(Enclosure::bytesInMail).sum();
        int asAlternative =
                calendar.map(message -> Enclosure.of(message).bytesInMail()).orElse(0);
        return text.getBytes(UTF_8).length + html.getBytes(UTF_8).length + asAlternative + enclosed;
    }

    /** The enclosures, after what it says to a calendar. */
    Stream<Enclosure> files() {
        return Stream.concat(calendar.map(Enclosure::of).stream(), enclosures.stream());
    }

    /** The mail as SES takes it. The same mail gives the same bytes. */
    public byte[] mime(Envelope envelope) {
        return MimeMail.bytes(this, envelope);
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\p{Cf}]+", " ").strip();
    }
}
