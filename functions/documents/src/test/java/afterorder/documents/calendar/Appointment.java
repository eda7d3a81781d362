package afterorder.documents.calendar;

import afterorder.documents.calendar.CalendarMessage.Method;
import afterorder.documents.calendar.CalendarMessage.Party;
import afterorder.order.Email;
import afterorder.order.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds messages: unless told otherwise, an invitation to a workshop of two hours in Berlin and by video. */
public final class Appointment {
    public static final URI MEETING = URI.create("https://meet.reseller.example/j/123-456?pwd=a,b;c");

    private Method method = Method.REQUEST;
    private String uid = "7K3M9X2Q4T8WZ-service-1-1@reseller.example";
    private int sequence;
    private Instant from = Instant.parse("2026-12-01T08:00:00Z");
    private Instant to = Instant.parse("2026-12-01T10:00:00Z");
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private String summary = "Migrationsworkshop, Auftrag 7K3M9X2Q4T8WZ";
    private String description = "Wir besprechen die Migration.\nBitte bringen Sie mit: Zugänge; Zeit.";
    private String location = "Ring 2, 10115 Berlin";
    private @Nullable URI meeting = MEETING;
    private Party organizer = new Party("Müller Solutions GmbH", new Email("service@reseller.example"));
    private List<Party> attendees = List.of(
            new Party("Erika \"Rike\" Muster, Einkauf", new Email("erika@muster.example")),
            new Party("Ken Consultant", new Email("ken@reseller.example")));

    private Appointment() {}

    public static Appointment anAppointment() {
        return new Appointment();
    }

    public Appointment withUid(String uid) {
        this.uid = uid;
        return this;
    }

    public Appointment withSequence(int sequence) {
        this.sequence = sequence;
        return this;
    }

    public Appointment calledOff() {
        this.method = Method.CANCEL;
        return withSequence(1);
    }

    /** For an hour. */
    Appointment at(Instant time, ZoneId zone) {
        return between(time, time.plus(Duration.ofHours(1)), zone);
    }

    Appointment at(String local, ZoneId zone) {
        return at(LocalDateTime.parse(local).atZone(zone).toInstant(), zone);
    }

    Appointment between(Instant from, Instant to, ZoneId zone) {
        this.from = from;
        this.to = to;
        this.zone = zone;
        return this;
    }

    public Appointment saying(String summary, String description, String location) {
        this.summary = summary;
        this.description = description;
        this.location = location;
        return this;
    }

    Appointment inPerson() {
        this.meeting = null;
        return this;
    }

    public Appointment organizedBy(Party organizer) {
        this.organizer = organizer;
        return this;
    }

    public Appointment inviting(Party... attendees) {
        this.attendees = List.of(attendees);
        return this;
    }

    public CalendarMessage message() {
        return new CalendarMessage(
                method,
                uid,
                sequence,
                Instant.parse("2026-11-23T08:15:30Z"),
                from,
                to,
                zone,
                summary,
                description,
                location,
                meeting,
                organizer,
                attendees,
                Language.DE);
    }
}
