package afterorder.scheduling;

import afterorder.aws.Answers;
import afterorder.aws.RefusedCall;
import afterorder.aws.Rows;
import afterorder.aws.TeamRows;
import afterorder.order.intake.Violation;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.ServiceLevels;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /desk/service-levels}: how promptly each team contacts its customers (S15). */
final class ServiceLevelCalls {
    private final TeamRows teamRows;
    private final Rows rows;
    private final Teams teams;

    ServiceLevelCalls(TeamRows teamRows, Rows rows, Teams teams) {
        this.teamRows = teamRows;
        this.rows = rows;
        this.teams = teams;
    }

    /** Of what became a team's since that date in its zone; without a date, of the last year. */
    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        Optional<LocalDate> since = Optional.ofNullable(request.getQueryStringParameters())
                .map(query -> query.get("since"))
                .map(ServiceLevelCalls::date);
        List<ServiceLevels> levels = teams.teams().values().stream()
                .map(team -> ServiceLevels.of(team, engagements(team, since, now), now))
                .toList();
        return Answers.json(200, levels, Map.of());
    }

    private List<EngagementRow> engagements(Team team, Optional<LocalDate> since, Instant now) {
        LocalDate first =
                since.orElseGet(() -> LocalDate.ofInstant(now, team.zone()).minusYears(1));
        return teamRows.since(team.key(), first.atStartOfDay(team.zone()).toInstant())
                .flatMap(key -> rows.engagement(key).stream())
                .toList();
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() <= 2999) return date;
        } catch (DateTimeParseException malformed) {
            // As any other date that is none.
        }
        throw RefusedCall.violations(List.of(new Violation("/since", "must be a date like 2026-01-01")));
    }
}
