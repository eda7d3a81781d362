package afterorder.order.service;

import afterorder.order.row.RowKey;
import afterorder.order.service.CalendarDay.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The days of calendars that one change of an engagement touches, as they are to be written with it. Each is read once: what
 * was found free then is what is written, or nothing.
 */
final class Bookings {
    private final EngagementRow row;
    private final Calendars calendars;
    private final ZoneId zone;
    private final Map<RowKey, CalendarDay> days = new LinkedHashMap<>();
    private final Set<RowKey> changed = new LinkedHashSet<>();

    /** @param zone of the team */
    Bookings(EngagementRow row, Calendars calendars, ZoneId zone) {
        this.row = row;
        this.calendars = calendars;
        this.zone = zone;
    }

    /** Whether the person has nothing else planned then. @param appointment its number; it is not in its own way */
    boolean isFree(Person person, Slot slot, int appointment) {
        Held wanted = held(slot.from(), slot.to(), appointment);
        return day(person, slot.from()).inTheWay(wanted).isEmpty();
    }

    /** Takes the time of an appointment, or leaves it and answers false when something else is planned then. */
    boolean plan(Appointment appointment) {
        Slot slot = appointment.slot();
        if (!isFree(appointment.owner(), slot, appointment.number())) return false;
        change(
                appointment.owner(),
                slot.from(),
                day -> day.planning(held(slot.from(), slot.to(), appointment.number())));
        return true;
    }

    void release(Appointment appointment) {
        Slot slot = appointment.slot();
        change(
                appointment.owner(),
                slot.from(),
                day -> day.withoutPlan(held(slot.from(), slot.to(), appointment.number())));
    }

    /** Notes the work, or leaves it and answers false when the person did something else then. */
    boolean work(PerformanceEntry entry) {
        Held wanted = held(entry);
        if (day(entry.by(), entry.from()).doneThen(wanted).isPresent()) return false;
        change(entry.by(), entry.from(), day -> day.working(wanted));
        return true;
    }

    void withdraw(PerformanceEntry entry) {
        change(entry.by(), entry.from(), day -> day.withoutWork(held(entry)));
    }

    /** To be written with the engagement. */
    List<CalendarDay> changed() {
        return changed.stream().map(days::get).toList();
    }

    private void change(Person person, Instant at, UnaryOperator<CalendarDay> change) {
        CalendarDay changed = change.apply(day(person, at));
        days.put(changed.key(), changed);
        this.changed.add(changed.key());
    }

    private CalendarDay day(Person person, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return days.computeIfAbsent(CalendarDay.keyOf(person.email(), day), key -> calendars.day(person.email(), day));
    }

    private Held held(PerformanceEntry entry) {
        return held(entry.from(), entry.to(), entry.number());
    }

    private Held held(Instant from, Instant to, int number) {
        return new Held(from, to, row.orderId().value(), row.key().part(), number);
    }
}
