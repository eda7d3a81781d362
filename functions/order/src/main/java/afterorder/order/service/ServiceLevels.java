package afterorder.order.service;

import afterorder.order.settings.Team;
import afterorder.order.settings.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How promptly a team contacted its customers (S15), in working time from the commissioning to the first contact.
 *
 * @param contacted how many customers were
 * @param median of them, the longer one of the two in the middle; absent when nobody was contacted
 * @param worst of them; absent as above
 * @param missed how many were contacted too late, or still wait too long
 * @param waiting how many are still to be contacted
 */
public record ServiceLevels(
        String team,
        int contacted,
        @Nullable Duration median,
        @Nullable Duration worst,
        int missed,
        int waiting) {

    /** @param rows of the team's engagements */
    public static ServiceLevels of(Team team, List<EngagementRow> rows, Instant now) {
        List<EngagementRow> commissioned = rows.stream()
                .filter(row -> row.commissioning() != null)
                .filter(row -> row.contactedAt().isPresent() || row.status() == EngagementRow.Status.COMMISSIONED)
                .toList();
        List<Duration> taken = commissioned.stream()
                .flatMap(row -> row.contactedAt().map(at -> worked(team, row, at)).stream())
                .sorted()
                .toList();
        int missed = (int) commissioned.stream()
                .map(row -> worked(team, row, row.contactedAt().orElse(now)))
                .filter(time -> time.compareTo(team.contactWithin()) > 0)
                .count();
        return new ServiceLevels(
                team.key(),
                taken.size(),
                taken.isEmpty() ? null : taken.get(taken.size() / 2),
                taken.isEmpty() ? null : taken.getLast(),
                missed,
                commissioned.size() - taken.size());
    }

    /** Whether the customer should have been contacted by now, or was contacted too late. */
    public static boolean isOverdue(Team team, EngagementRow row, Instant now) {
        return row.status() == EngagementRow.Status.COMMISSIONED
                && worked(team, row, now).compareTo(team.contactWithin()) > 0;
    }

    /** Until when the customer is to be contacted; empty while the services are not commissioned. */
    public static Optional<Instant> contactBy(Team team, EngagementRow row) {
        return Optional.ofNullable(row.commissioning())
                .map(commissioning -> team.contactBy(commissioning.receivedAt()));
    }

    private static Duration worked(Team team, EngagementRow row, Instant until) {
        WorkingHours hours = team.workingHours();
        return hours.between(row.commissioning().receivedAt(), until);
    }
}
