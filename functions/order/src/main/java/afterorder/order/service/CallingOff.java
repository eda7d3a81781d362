package afterorder.order.service;

import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Progress;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.settings.Team;
import java.time.Instant;
import java.util.Optional;

/** What is not to be: an appointment (S16), services that are not commissioned yet (S12), or an engagement as a whole. */
public final class CallingOff {
    private CallingOff() {}

    /** @param number of the appointment */
    public static Change appointment(
            EngagementRow row, Team team, int number, String reason, Calendars calendars, Instant now) {
        Optional<Appointment> known = row.dates().appointment(number);
        if (known.isEmpty()) return Change.refused(row, Obstacle.UNKNOWN_APPOINTMENT);
        if (known.get().isCalledOff()) return new Change.Unchanged(row);
        if (!known.get().isAhead(now)) return Change.refused(row, Obstacle.APPOINTMENT_PAST);
        Bookings bookings = new Bookings(row, calendars, team.zone());
        return new Change.Changed(calledOff(row, known.get(), reason, bookings, now), bookings.changed());
    }

    private static EngagementRow calledOff(
            EngagementRow row, Appointment appointment, String reason, Bookings bookings, Instant now) {
        bookings.release(appointment);
        Appointment off = appointment.calledOff(reason, now);
        Progress told =
                Invitations.owed(row.progress(), off, now).noted("appointment " + off.number() + " called off", now);
        return row.moved(row.status(), row.agreement().with(row.dates().with(off)), row.performance(), told, now);
    }

    /** By the customer, as long as they are not commissioned. */
    public static Change uncommissioned(EngagementRow row, Instant now) {
        return switch (row.status()) {
            case CANCELLED -> new Change.Unchanged(row);
            case WAITING -> Change.changed(told(row.ended(Status.CANCELLED, "called off", now), now));
            case COMMISSIONED, CONTACTED, CLOSED, DONE -> Change.refused(row, Obstacle.COMMISSIONED);
        };
    }

    /** By staff, as agreed with the customer: the appointments that are ahead are called off, too. */
    public static Change engagement(EngagementRow row, Team team, String reason, Calendars calendars, Instant now) {
        return switch (row.status()) {
            case CANCELLED -> new Change.Unchanged(row);
            case CLOSED -> Change.refused(row, Obstacle.CLOSED);
            case DONE -> Change.refused(row, Obstacle.ENDED);
            case WAITING, COMMISSIONED, CONTACTED -> {
                Bookings bookings = new Bookings(row, calendars, team.zone());
                EngagementRow emptied = row;
                for (Appointment appointment : row.dates().ahead(now).toList()) {
                    emptied = calledOff(emptied, appointment, reason, bookings, now);
                }
                EngagementRow ended = emptied.ended(Status.CANCELLED, "called off: " + reason, now);
                yield new Change.Changed(told(ended, now), bookings.changed());
            }
        };
    }

    private static EngagementRow told(EngagementRow row, Instant now) {
        return row.withProgress(row.progress().owing(new ServiceNotice.ServicesCalledOff(), now));
    }
}
