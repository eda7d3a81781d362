package afterorder.localcloud.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resource needs which to be made: what goes round in a circle, CloudFormation cannot make. */
final class Dependencies {

    private final Map<String, Set<String>> needs;
    private final Set<String> done = new HashSet<>();

    Dependencies(Map<String, Set<String>> needs) {
        this.needs = needs;
    }

    void refuseCircles(Map<String, Declaration> declarations, Problems problems) {
        for (String logicalId : needs.keySet()) {
            List<String> circle = circleFrom(logicalId, new LinkedHashSet<>());
            if (circle.isEmpty()) continue;
            int line = declarations.get(circle.getFirst()).line();
            problems.add(line, "circular reference: " + String.join(" → ", circle));
        }
    }

    private List<String> circleFrom(String logicalId, LinkedHashSet<String> path) {
        if (path.contains(logicalId)) {
            List<String> way = List.copyOf(path);
            List<String> circle = new ArrayList<>(way.subList(way.indexOf(logicalId), way.size()));
            circle.add(logicalId);
            return circle;
        }
        if (done.contains(logicalId)) return List.of();
        path.add(logicalId);
        List<String> found = List.of();
        for (String needed : needs.getOrDefault(logicalId, Set.of())) {
            found = circleFrom(needed, path);
            if (!found.isEmpty()) break;
        }
        path.remove(logicalId);
        done.add(logicalId);
        return found;
    }
}
