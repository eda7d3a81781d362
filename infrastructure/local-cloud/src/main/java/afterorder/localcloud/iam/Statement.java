package afterorder.localcloud.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param place where it is written
 * @param principals whom a resource's policy means; none in a policy of an identity, which means that one
 */
public record Statement(
        Place place,
        Effect effect,
        List<PrincipalPattern> principals,
        List<Wildcard> actions,
        List<ArnPattern> resources,
        List<Condition> conditions) {

    public enum Effect {
        ALLOW,
        DENY
    }

    /**
     * @param owner the logical id of the resource that has the policy
     * @param line in the template; 0 for what SAM adds by itself
     */
    public record Place(String owner, int line) {}

    /** What of a statement decided: its action and its resource, as written. */
    public record Part(Place place, String action, String resource) {}

    /** The part that means this access; empty when none does. Principals are not looked at. */
    /** Whether somebody whose calls pass the edge may be meant. */
    boolean concernsWhoIsHere() {
        return principals.isEmpty() || principals.stream().anyMatch(PrincipalPattern::isHere);
    }

    Optional<Part> partFor(Access access, Map<String, String> circumstances) {
        Optional<Wildcard> action =
                actions.stream().filter(each -> each.matches(access.action())).findFirst();
        if (action.isEmpty()) return Optional.empty();
        Optional<ArnPattern> resource = resources.stream()
                .filter(each -> each.matches(access.resource()))
                .findFirst();
        if (resource.isEmpty()) return Optional.empty();
        if (!conditions.stream().allMatch(condition -> condition.holds(circumstances))) return Optional.empty();
        return Optional.of(new Part(place, action.get().text(), resource.get().text()));
    }
}
