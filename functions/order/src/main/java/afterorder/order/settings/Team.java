package afterorder.order.settings;

import static java.util.Objects.requireNonNull;

import afterorder.order.Email;
import afterorder.order.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A specialist team that delivers services (S13): who belongs to it, when it works, and how promptly it contacts a customer.
 *
 * @param key by which rows name it
 * @param email where the whole team is written to; it organizes the team's appointments
 * @param lead who is told when a customer waits too long
 * @param language of mails and pages for the team
 * @param zone in which the hours are meant
 * @param state of Germany whose public holidays are kept, by ISO 3166-2: {@code DE-HE}
 * @param contactWithin of working time after the commissioning: then the team is reminded (S15)
 * @param escalateAfter of working time after the commissioning: then the lead is told, later than the reminder
 * @param services that it delivers, by their keys in the catalog
 */
public record Team(
        String key,
        String name,
        Email email,
        Email lead,
        Language language,
        List<Member> members,
        ZoneId zone,
        String state,
        WorkingWeek hours,
        Duration contactWithin,
        Duration escalateAfter,
        Set<String> services) {

    /** Somebody of the team. @param email of the calendar, too */
    public record Member(String name, Email email) {}

    /** @throws IllegalArgumentException when a state or duration is none, or nobody belongs to the team */
    public Team {
        members = List.copyOf(members);
        services = Set.copyOf(services);
        new PublicHolidays(requireNonNull(state, "state is missing"));
        if (members.isEmpty()) throw new IllegalArgumentException("a team needs a member");
        if (members.stream().map(Member::email).distinct().count() < members.size()) {
            throw new IllegalArgumentException("each member has an address of its own");
        }
        if (!contactWithin.isPositive()) {
            throw new IllegalArgumentException("contactWithin must be positive, not " + contactWithin);
        }
        if (escalateAfter.compareTo(contactWithin) <= 0) {
            throw new IllegalArgumentException("escalateAfter must be longer than contactWithin, not " + escalateAfter);
        }
    }

    public WorkingHours workingHours() {
        return new WorkingHours(hours, new PublicHolidays(state), zone);
    }

    /** Until when a customer is to be contacted who has waited since then. */
    public Instant contactBy(Instant since) {
        return workingHours().after(since, contactWithin);
    }

    public Optional<Member> member(Email email) {
        return members.stream().filter(member -> member.email().equals(email)).findAny();
    }
}
