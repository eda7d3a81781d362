package afterorder.order.service;

import afterorder.order.Order;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An engagement before the confirmation's dispatch: the services of an order that one team delivers (S13).
 *
 * @param number of the engagement, from 1: it stays, whatever is changed
 * @param team its key in the settings
 * @param lines by their numbers, ascending
 */
public record EngagementPlan(int number, String team, List<Integer> lines, boolean calledOff) {

    public EngagementPlan {
        lines = List.copyOf(lines);
    }

    /** One engagement for each team concerned, in the order of their first lines. */
    public static List<EngagementPlan> of(Order order, Teams teams) {
        Map<String, List<Integer>> linesByTeam = new LinkedHashMap<>();
        order.services().forEach((number, line) -> {
            Team team = teams.delivering(line.service())
                    .orElseThrow(() -> new IllegalArgumentException("no team delivers " + line.service()));
            linesByTeam.computeIfAbsent(team.key(), key -> new ArrayList<>()).add(number);
        });
        List<EngagementPlan> plans = new ArrayList<>();
        linesByTeam.forEach((team, lines) -> plans.add(new EngagementPlan(plans.size() + 1, team, lines, false)));
        return List.copyOf(plans);
    }

    public EngagementPlan asCalledOff() {
        return new EngagementPlan(number, team, lines, true);
    }
}
