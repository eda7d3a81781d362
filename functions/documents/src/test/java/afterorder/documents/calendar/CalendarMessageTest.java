package afterorder.documents.calendar;

import static afterorder.documents.calendar.Appointment.anAppointment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.documents.calendar.CalendarMessage.Party;
import afterorder.order.Email;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S16")
class CalendarMessageTest {
    @Test
    void is_a_valid_invitation() {
        Reader reader = Reader.of(anAppointment().message());
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.method()).isEqualTo("REQUEST");
        assertThat(reader.value("STATUS")).isEqualTo("CONFIRMED");
        assertThat(reader.value("DTSTAMP")).isEqualTo("20261123T081530Z");
        assertThat(reader.event().getProperties("ATTENDEE")).allSatisfy(attendee -> assertThat(attendee.toString())
                .contains("CUTYPE=INDIVIDUAL", "ROLE=REQ-PARTICIPANT", "PARTSTAT=NEEDS-ACTION", "RSVP=TRUE"));
    }

    @Test
    void is_a_valid_cancellation_that_asks_for_no_answer_and_takes_no_time() {
        Reader reader = Reader.of(anAppointment().calledOff().message());
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.method()).isEqualTo("CANCEL");
        assertThat(reader.value("STATUS")).isEqualTo("CANCELLED");
        assertThat(reader.value("TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(reader.event().getProperties("ATTENDEE"))
                .hasSize(2)
                .allSatisfy(attendee -> assertThat(attendee.toString()).doesNotContain("RSVP"));
    }

    @Test
    void is_the_same_appointment_through_all_its_messages() {
        String uid = "order;service-1,1@reseller.example";
        for (int sequence : new int[] {0, 1, 7}) {
            for (Appointment appointment :
                    new Appointment[] {anAppointment(), anAppointment().calledOff()}) {
                Reader reader = Reader.of(appointment
                        .withUid(uid)
                        .withSequence(sequence)
                        .message()
                        .bytes());
                assertThat(reader.value("UID")).isEqualTo(uid);
                assertThat(reader.value("SEQUENCE")).isEqualTo(String.valueOf(sequence));
            }
        }
    }

    @Test
    void is_written_as_reviewed() throws IOException {
        assertThat(text(anAppointment().message())).isEqualTo(reviewed("invite.ics"));
        assertThat(text(anAppointment().inPerson().calledOff().message())).isEqualTo(reviewed("cancel.ics"));
    }

    @Test
    void gives_the_same_bytes_for_the_same_message() {
        assertThat(anAppointment().message()).isEqualTo(anAppointment().message());
    }

    @Test
    void has_no_link_when_all_meet_in_person() {
        Reader reader = Reader.of(anAppointment().inPerson().message());
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.value("LOCATION")).isEqualTo("Ring 2, 10115 Berlin");
        assertThat(reader.event().getProperties("URL")).isEmpty();
        assertThat(reader.event().getProperties("CONFERENCE")).isEmpty();
    }

    @Test
    void names_the_meetings_address_once() {
        String description = "Join " + Appointment.MEETING + " in time.";
        Reader reader =
                Reader.of(anAppointment().saying("Workshop", description, "").message());
        assertThat(reader.value("DESCRIPTION")).isEqualTo(description);
        assertThat(reader.value("LOCATION")).isEqualTo(Appointment.MEETING.toString());
    }

    @Test
    void says_what_it_is_to_who_carries_it() {
        assertThat(anAppointment().message().contentType())
                .isEqualTo("text/calendar; charset=utf-8; method=REQUEST; component=VEVENT");
        assertThat(anAppointment().calledOff().message().contentType()).contains("method=CANCEL");
    }

    /** That the reader is no yes-man. */
    @Test
    void would_be_found_invalid_without_what_it_must_have() {
        String ics = text(anAppointment().message());
        for (String needed : new String[] {"UID:", "DTSTAMP:", "DTSTART;", "ORGANIZER;", "SUMMARY;"}) {
            String without = ics.replaceFirst("(?m)^" + needed + ".*\r\n( .*\r\n)*", "");
            assertThat(without).isNotEqualTo(ics);
            assertThat(Reader.of(without.getBytes(UTF_8)).faults()).as(needed).isNotEmpty();
        }
    }

    @Test
    void is_not_made_of_what_is_no_appointment() {
        Instant time = Instant.parse("2026-12-01T08:00:00Z");
        ZoneId zone = ZoneId.of("Europe/Berlin");
        for (Instant end : new Instant[] {time.minusSeconds(1), time, time.plusMillis(999)})
            assertRefused(anAppointment().between(time, end, zone));
        assertRefused(anAppointment().inviting());
        assertRefused(anAppointment().withUid(" "));
        assertRefused(anAppointment().withSequence(-1));
        assertThat(anAppointment()
                        .inviting(new Party("", new Email("ada@muster.example")))
                        .message()
                        .bytes())
                .isNotEmpty();
    }

    private static void assertRefused(Appointment appointment) {
        assertThatThrownBy(appointment::message).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(CalendarMessage message) {
        return new String(message.bytes(), UTF_8);
    }

    private static String reviewed(String name) throws IOException {
        try (InputStream file = CalendarMessageTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8).replaceAll("\r?\n", "\r\n");
        }
    }
}
