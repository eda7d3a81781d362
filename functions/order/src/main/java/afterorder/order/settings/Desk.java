package afterorder.order.settings;

import static java.util.Objects.requireNonNull;

import afterorder.order.Email;
import afterorder.order.Language;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Who buys in the vendor's portal, when they work, and how long a task may lie there.
 *
 * @param email where tasks and reminders go
 * @param lead who is told of a task that lies too long
 * @param language of mails and pages for the desk
 * @param zone in which the hours are meant
 * @param state of Germany whose public holidays are kept, by ISO 3166-2: {@code DE-HE}
 * @param remindAfter of working time: then the desk is reminded
 * @param leadAfter of working time: then the lead is told, later than the reminder
 */
public record Desk(
        Email email,
        Email lead,
        Language language,
        ZoneId zone,
        String state,
        WorkingWeek hours,
        Duration remindAfter,
        Duration leadAfter) {
    /** @throws IllegalArgumentException when a state or duration is none */
    public Desk {
        requireNonNull(email, "email is missing");
        requireNonNull(lead, "lead is missing");
        requireNonNull(language, "language is missing");
        requireNonNull(zone, "zone is missing");
        requireNonNull(hours, "hours are missing");
        new PublicHolidays(requireNonNull(state, "state is missing"));
        if (!requireNonNull(remindAfter, "remindAfter is missing").isPositive()) {
            throw new IllegalArgumentException("remindAfter must be positive, not " + remindAfter);
        }
        if (requireNonNull(leadAfter, "leadAfter is missing").compareTo(remindAfter) <= 0) {
            throw new IllegalArgumentException("leadAfter must be longer than remindAfter, not " + leadAfter);
        }
    }

    public WorkingHours workingHours() {
        return new WorkingHours(hours, new PublicHolidays(state), zone);
    }
}
