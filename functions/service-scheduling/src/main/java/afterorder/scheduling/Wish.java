package afterorder.scheduling;

import afterorder.order.service.Calendars;
import afterorder.order.service.Change;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Person;
import afterorder.order.settings.Team;
import java.time.Instant;

/** What somebody wants to be done about an engagement. It may be asked again, when others change the engagement meanwhile. */
@FunctionalInterface
interface Wish {

    Change about(EngagementRow row, Circumstances given);

    /**
     * What it is decided by, beside the engagement.
     *
     * @param team that the engagement is for
     * @param customer who is invited at the customer's
     * @param calendars as they stand
     */
    record Circumstances(Team team, Person customer, Calendars calendars, Instant now) {}
}
