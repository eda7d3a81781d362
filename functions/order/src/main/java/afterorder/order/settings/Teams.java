package afterorder.order.settings;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The specialist teams by their keys; a service is delivered by one of them at most. */
public record Teams(Map<String, Team> teams) {

    public Teams {
        teams = Collections.unmodifiableMap(new TreeMap<>(teams));
    }

    /** The team that delivers a service. @param service its key in the catalog */
    public Optional<Team> delivering(String service) {
        return teams.values().stream()
                .filter(team -> team.services().contains(service))
                .findAny();
    }

    /** @throws IllegalStateException when the settings no longer have a team that a row names */
    public Team team(String key) {
        Team team = teams.get(key);
        if (team == null) throw new IllegalStateException("the settings have no team " + key);
        return team;
    }
}
