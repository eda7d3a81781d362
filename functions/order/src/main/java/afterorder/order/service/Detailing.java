package afterorder.order.service;

import afterorder.order.Email;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Progress;
import afterorder.order.settings.Team;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Further details are agreed on and kept, with who and when; the customer gets what is agreed now (S17). */
public final class Detailing {
    private Detailing() {}

    /** What is to be agreed, in place of all earlier details. */
    public record Wish(
            @Nullable String goal,
            @Nullable String place,
            @Nullable String participants,
            @Nullable String prerequisites,
            @Nullable String remarks) {}

    /** @param member of the team, who agreed on it with the customer */
    public static Change agreed(EngagementRow row, Team team, Email member, Wish wish, Instant now) {
        Optional<Obstacle> obstacle = Underway.obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        Optional<Person> by = team.member(member).map(Person::of);
        if (by.isEmpty()) return Change.refused(row, Obstacle.NOT_A_MEMBER);
        Details details = new Details(
                wish.goal(), wish.place(), wish.participants(), wish.prerequisites(), wish.remarks(), by.get(), now);
        if (details.saysAs(row.agreement().details())) return new Change.Unchanged(row);
        Progress told = FollowUp.owing(row.progress(), new ServiceNotice.DetailsAgreed(), now)
                .noted("details agreed on", now);
        return Change.changed(row.moved(row.status(), row.agreement().with(details), row.performance(), told, now));
    }
}
