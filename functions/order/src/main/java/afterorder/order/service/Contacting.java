package afterorder.order.service;

import afterorder.order.Email;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.settings.Team;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody of the team takes an engagement over, and contacts the customer (S14). */
public final class Contacting {
    private static final int MOST_CONTACTS = 50;

    private Contacting() {}

    /** @param member of the team, who is to own the engagement */
    public static Change takenOver(EngagementRow row, Team team, Email member, Instant now) {
        Optional<Obstacle> obstacle = obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        Optional<Person> owner = team.member(member).map(Person::of);
        if (owner.isEmpty()) return Change.refused(row, Obstacle.NOT_A_MEMBER);
        if (owner.get().equals(row.agreement().owner())) return new Change.Unchanged(row);
        if (row.dates().ahead(now).findAny().isPresent()) return Change.refused(row, Obstacle.APPOINTMENTS_AHEAD);
        Progress noted = row.progress().noted("taken over by " + owner.get().name(), now);
        return Change.changed(
                row.moved(row.status(), row.agreement().with(owner.get()), row.performance(), noted, now));
    }

    /**
     * The customer was contacted. Nobody is reminded of that any more; who did it owns the engagement if nobody did before.
     *
     * @param member of the team, who did it
     * @param at when
     */
    public static Change contacted(
            EngagementRow row,
            Team team,
            Email member,
            Instant at,
            Contact.Channel channel,
            @Nullable String note,
            Instant now) {
        Optional<Obstacle> obstacle = obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        Optional<Person> by = team.member(member).map(Person::of);
        if (by.isEmpty()) return Change.refused(row, Obstacle.NOT_A_MEMBER);
        Contact contact = new Contact(at, by.get(), channel, note);
        if (row.agreement().contacts().stream().anyMatch(contact::repeats)) return new Change.Unchanged(row);
        if (at.isAfter(now) || at.isBefore(row.commissioning().receivedAt())) {
            return Change.refused(row, Obstacle.CONTACT_TIME);
        }
        if (row.agreement().contacts().size() >= MOST_CONTACTS) return Change.refused(row, Obstacle.TOO_MANY);
        return Change.changed(contacted(row, contact, now));
    }

    private static EngagementRow contacted(EngagementRow row, Contact contact, Instant now) {
        Agreement agreement = row.agreement().with(contact);
        if (agreement.owner() == null) agreement = agreement.with(contact.by());
        Status status = row.status() == Status.COMMISSIONED ? Status.CONTACTED : row.status();
        Progress noted = row.progress()
                .without(Deadline.CONTACT)
                .noted("the customer was contacted (" + contact.channel().code() + ")", now);
        return row.moved(status, agreement, row.performance(), noted, now);
    }

    private static Optional<Obstacle> obstacle(EngagementRow row) {
        return switch (row.status()) {
            case WAITING -> Optional.of(Obstacle.NOT_COMMISSIONED);
            case COMMISSIONED, CONTACTED, CLOSED -> Optional.empty();
            case DONE, CANCELLED -> Optional.of(Obstacle.ENDED);
        };
    }
}
