package afterorder.scheduling;

import afterorder.aws.RefusedCall;
import afterorder.order.intake.Violation;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.service.ServiceLevels;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which engagements a list shows.
 *
 * @param team its key; empty: of every team
 * @param status one of the row's, or {@code open} for what has not ended; empty: any
 * @param isOverdue whether only those whose customer should have been contacted by now
 */
record ListFilter(Optional<String> team, Optional<String> status, boolean isOverdue) {
    static final String OPEN = "open";

    /** @throws RefusedCall with everything that is wrong with the query */
    static ListFilter of(APIGatewayV2HTTPEvent request, Teams teams) {
        Map<String, String> query =
                Optional.ofNullable(request.getQueryStringParameters()).orElse(Map.of());
        Optional<String> team = value(query, "team");
        Optional<String> status = value(query, "status");
        Optional<String> overdue = value(query, "overdue");
        List<Violation> violations = new ArrayList<>();
        check(violations, "team", team, List.copyOf(teams.teams().keySet()));
        check(violations, "status", status, statuses());
        check(violations, "overdue", overdue, List.of("true", "false"));
        if (!violations.isEmpty()) throw RefusedCall.violations(violations);
        return new ListFilter(team, status, overdue.filter("true"::equals).isPresent());
    }

    static List<String> statuses() {
        List<String> statuses = new ArrayList<>(List.of(OPEN));
        Arrays.stream(Status.values()).map(Status::code).forEach(statuses::add);
        return statuses;
    }

    private static Optional<String> value(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    private static void check(List<Violation> violations, String name, Optional<String> value, List<String> known) {
        boolean isWrong = value.isPresent() && !known.contains(value.get());
        if (isWrong) violations.add(new Violation("/" + name, "must be one of " + known));
    }

    boolean shows(EngagementRow row, Team team, Instant now) {
        boolean isOfStatus = status.map(wanted -> wanted.equals(OPEN)
                        ? !row.status().isEnd()
                        : wanted.equals(row.status().code()))
                .orElse(true);
        return isOfStatus && (!isOverdue || ServiceLevels.isOverdue(team, row, now));
    }

    /** Of a list that begins there. @param after the {@code next} of an earlier page */
    String address(String after) {
        List<String> query = new ArrayList<>();
        team.ifPresent(key -> query.add("team=" + key));
        status.ifPresent(code -> query.add("status=" + code));
        if (isOverdue) query.add("overdue=true");
        query.add("after=" + after);
        return "/desk/engagements?" + String.join("&", query);
    }
}
