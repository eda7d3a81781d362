package afterorder.documents.calendar;

import static afterorder.documents.calendar.Appointment.anAppointment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.calendar.CalendarMessage.Party;
import afterorder.order.Email;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever people write into an appointment is read as they wrote it, and is nothing but text. */
@Tag("S16")
class CalendarTextTest {
    private static final int LONGEST_LINE = 75;
    private static final Email ADDRESS = new Email("erika@muster.example");

    @net.jqwik.api.Property(tries = 200)
    void reads_what_was_written(
            @ForAll("hostile") String summary,
            @ForAll("hostile") String description,
            @ForAll("hostile") String location,
            @ForAll("hostile") String name) {
        CalendarMessage message = anAppointment()
                .saying(summary, description, location)
                .organizedBy(new Party(name, ADDRESS))
                .inviting(new Party(name, ADDRESS), new Party("Ken", ADDRESS))
                .message();
        assertIsFolded(message.bytes());
        Reader reader = Reader.of(message);
        assertThat(reader.faults()).isEmpty();
        assertThat(properties(reader))
                .isEqualTo(properties(Reader.of(anAppointment().message())));
        String link = Appointment.MEETING.toString();
        assertIsRead(message, "SUMMARY", inOneLine(summary));
        assertIsRead(message, "DESCRIPTION", description.isBlank() ? link : inParagraphs(description + "\n\n" + link));
        assertIsRead(message, "LOCATION", location.isBlank() ? link : inOneLine(location + ", " + link));
        String shown = inOneLine(name).isEmpty()
                ? ADDRESS.address()
                : inOneLine(name).replace('"', '\'').replace('\\', '/').replace('^', 'ˆ');
        assertThat(names(reader, "ORGANIZER")).containsExactly(shown);
        assertThat(names(reader, "ATTENDEE")).containsExactly(shown, "Ken");
    }

    @Example
    void folds_within_no_character() {
        for (String letter : List.of("a", "ü", "漢", "😀"))
            for (int before = 0; before < 80; before++)
                assertIsFolded(anAppointment()
                        .saying("x".repeat(before) + letter.repeat(1_000), "", "")
                        .message()
                        .bytes());
    }

    @Example
    void writes_addresses_that_mean_something_in_a_link_as_they_are() {
        String address = "a+b%c/d?e=f&g#{h}^`|!$'*_~-i@muster.example";
        Reader reader = Reader.of(anAppointment()
                .inviting(new Party("Erika", new Email(address)))
                .message()
                .bytes());
        assertThat(reader.faults()).isEmpty();
        URI mailto = URI.create(reader.value("ATTENDEE"));
        assertThat(mailto.getScheme()).isEqualTo("mailto");
        assertThat(mailto.getSchemeSpecificPart()).isEqualTo(address);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\r\nATTENDEE:mailto:thief@evil.example\r\n",
                "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "\n",
                "\r",
                "\u0085",
                "\u2028",
                "\u000b",
                "\u0000",
                "\t",
                "\u007f",
                "\\",
                "\\n",
                "\\,",
                ";",
                ",",
                ":",
                "\"",
                "'",
                "^",
                "^n",
                "^'",
                ";ROLE=CHAIR:",
                "=",
                "\u202eRTL",
                "שלום",
                "漢字",
                "👩‍💻",
                "😀",
                "ü",
                "é".repeat(40),
                "%s",
                " ",
                "😀".repeat(300),
                "x".repeat(1_000));
        return pieces.list().ofMaxSize(10).map(list -> String.join("", list));
    }

    private static void assertIsFolded(byte[] ics) {
        String text = new String(ics, UTF_8);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n").doesNotContainPattern("[\\p{Cntrl}&&[^\\t]]");
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\r\n\r\n", "\r\n \r\n", "\u202e");
        int start = 0;
        for (int at = 0; at < ics.length; at++) {
            if (ics[at] != '\n') continue;
            byte[] line = Arrays.copyOfRange(ics, start, at - 1);
            assertThat(line.length).isLessThanOrEqualTo(LONGEST_LINE);
            assertIsUtf8(line);
            start = at + 1;
        }
    }

    private static void assertIsUtf8(byte[] line) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
        } catch (CharacterCodingException cut) {
            throw new AssertionError("a line ends within a character", cut);
        }
    }

    /** By the letter of RFC 5545 (3.1, 3.3.11); and by ical4j, unless it stumbles over backslashes in a row. */
    private static void assertIsRead(CalendarMessage message, String property, String text) {
        Matcher line = Pattern.compile("\r\n" + property + ";LANGUAGE=de:(.*)\r\n")
                .matcher(new String(message.bytes(), UTF_8).replace("\r\n ", ""));
        assertThat(line.find()).isTrue();
        String read = Pattern.compile("\\\\(.)")
                .matcher(line.group(1))
                .replaceAll(sign -> Matcher.quoteReplacement(sign.group(1).replace('n', '\n')));
        assertThat(read).isEqualTo(text);
        if (!text.contains("\\")) assertThat(Reader.of(message).value(property)).isEqualTo(text);
    }

    private static List<String> properties(Reader reader) {
        return reader.event().getProperties().stream().map(Property::getName).toList();
    }

    private static List<String> names(Reader reader, String property) {
        return reader.event().getProperties(property).stream()
                .map(party -> party.getRequiredParameter(Parameter.CN).getValue())
                .toList();
    }

    private static String inParagraphs(String text) {
        return text.replaceAll("\r\n|[\r\u0085\u2028\u000b]", "\n")
                .replace('\t', ' ')
                .replaceAll("[\u0000\u007f\u202e]", "")
                .strip();
    }

    private static String inOneLine(String text) {
        return inParagraphs(text).replaceAll("\\s+", " ");
    }
}
