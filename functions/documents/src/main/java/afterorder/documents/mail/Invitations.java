package afterorder.documents.mail;

import afterorder.documents.calendar.CalendarMessage;
import afterorder.documents.calendar.CalendarMessage.Method;
import afterorder.documents.calendar.CalendarMessage.Party;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Language;
import afterorder.order.ServiceLine;
import afterorder.order.service.Appointment;
import afterorder.order.service.Person;
import afterorder.order.service.Slot;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What calendars are told of an appointment, the same to both sides. It follows from the appointment, from what was ordered
 * and from the settings alone: nothing of it changes without another sequence.
 */
final class Invitations {
    private static final int MOST_LINES = 20;

    private final Seller seller;
    private final Catalog catalog;

    Invitations(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    CalendarMessage of(Appointment appointment, Engaged engaged) {
        Language language = engaged.order().language();
        Wording wording = new Wording(language);
        LineWording lines = new LineWording(catalog, language, wording);
        Slot slot = appointment.slot();
        return new CalendarMessage(
                appointment.isCalledOff() ? Method.CANCEL : Method.REQUEST,
                engaged.row().uid(appointment),
                appointment.sequence(),
                appointment.decidedAt(),
                slot.from(),
                slot.to(),
                engaged.team().zone(),
                wording.text("calendar.summary", services(engaged, lines), engaged.orderNumber()),
                description(appointment, engaged, lines, wording),
                Objects.requireNonNullElse(slot.place(), ""),
                slot.meeting(),
                new Party(
                        seller.name() + ", " + engaged.team().name(),
                        engaged.team().email()),
                List.of(party(appointment.owner()), party(appointment.customer())),
                language);
    }

    /** What kinds of services: "Consulting". */
    private static String services(Engaged engaged, LineWording lines) {
        return engaged.lines().values().stream().map(lines::title).distinct().collect(Collectors.joining(", "));
    }

    private static String description(Appointment appointment, Engaged engaged, LineWording lines, Wording wording) {
        StringJoiner paragraphs = new StringJoiner("\n");
        String reason = appointment.reason();
        if (reason != null) paragraphs.add(wording.text("calendar.called-off", reason));
        SortedMap<Integer, ServiceLine> services = engaged.lines();
        services.entrySet().stream()
                .limit(MOST_LINES)
                .forEach(line -> paragraphs.add("%d. %s: %s"
                        .formatted(line.getKey(), lines.title(line.getValue()), lines.details(line.getValue()))));
        if (services.size() > MOST_LINES)
            paragraphs.add(wording.text("calendar.more", wording.number(services.size() - MOST_LINES)));
        paragraphs.add(wording.text(
                "calendar.participants",
                appointment.owner().name(),
                appointment.customer().name()));
        return paragraphs.add(wording.text("calendar.replies")).toString();
    }

    private static Party party(Person person) {
        return new Party(person.name(), person.email());
    }
}
