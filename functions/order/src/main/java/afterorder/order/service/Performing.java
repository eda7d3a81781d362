package afterorder.order.service;

import afterorder.order.Email;
import afterorder.order.row.Progress;
import afterorder.order.settings.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The team enters its work (S26), to the minute. Nobody works on two things at once, whatever the order. */
public final class Performing {
    private static final int MOST_ENTRIES = 200;

    private Performing() {}

    /** @param member of the team, who worked @param from, to: to the minute, on one day of the team's zone */
    public static Change entered(
            EngagementRow row,
            Team team,
            Email member,
            Instant from,
            Instant to,
            String what,
            Calendars calendars,
            Instant now) {
        Optional<Person> by = team.member(member).map(Person::of);
        if (by.isPresent() && isEntered(row, by.get(), from, to, what)) return new Change.Unchanged(row);
        Optional<Obstacle> obstacle = Underway.obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        if (by.isEmpty()) return Change.refused(row, Obstacle.NOT_A_MEMBER);
        if (!isStretch(from, to, team, now)) return Change.refused(row, Obstacle.WORK_TIME);
        if (row.performance().entries().size() >= MOST_ENTRIES) return Change.refused(row, Obstacle.TOO_MANY);
        PerformanceEntry entry = new PerformanceEntry(row.performance().nextNumber(), by.get(), from, to, what);
        Bookings bookings = new Bookings(row, calendars, team.zone());
        if (!bookings.work(entry)) return Change.refused(row, Obstacle.WORK_OVERLAPS);
        return changed(row, row.performance().with(entry), "work entered", bookings, now);
    }

    private static boolean isEntered(EngagementRow row, Person by, Instant from, Instant to, String what) {
        return row.performance().entries().stream()
                .anyMatch(entry -> entry.equals(new PerformanceEntry(entry.number(), by, from, to, what)));
    }

    private static boolean isStretch(Instant from, Instant to, Team team, Instant now) {
        LocalDate first = LocalDate.ofInstant(from, team.zone());
        LocalDate last = LocalDate.ofInstant(to.minusSeconds(1), team.zone());
        return from.isBefore(to) && !to.isAfter(now) && first.equals(last);
    }

    /** Takes an entry out that was wrong; one that is out already stays so. @param number of the entry */
    public static Change withdrawn(EngagementRow row, Team team, int number, Calendars calendars, Instant now) {
        Optional<Obstacle> obstacle = Underway.obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        Optional<PerformanceEntry> entry = row.performance().entries().stream()
                .filter(known -> known.number() == number)
                .findAny();
        boolean isOut = entry.isEmpty() && number <= row.performance().entered();
        if (isOut) return new Change.Unchanged(row);
        if (entry.isEmpty()) return Change.refused(row, Obstacle.UNKNOWN_ENTRY);
        Bookings bookings = new Bookings(row, calendars, team.zone());
        bookings.withdraw(entry.get());
        return changed(row, row.performance().without(entry.get()), "work withdrawn", bookings, now);
    }

    private static Change changed(
            EngagementRow row, Performance performance, String what, Bookings bookings, Instant now) {
        Progress noted = row.progress().noted(what, now);
        return new Change.Changed(
                row.moved(row.status(), row.agreement(), performance, noted, now), bookings.changed());
    }
}
