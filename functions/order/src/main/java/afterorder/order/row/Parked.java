package afterorder.order.row;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands beside a row's status when it cannot go on without staff.
 *
 * @param details where there is more to say than the reason: a sentence a line of the order
 */
public record Parked(
        String reason,
        Instant since,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> details) {
    private static final int MOST_DETAILS = 100;

    public Parked {
        details = details == null ? List.of() : shortened(details);
    }

    private static List<String> shortened(List<String> details) {
        if (details.size() <= MOST_DETAILS) return List.copyOf(details);
        List<String> first = new ArrayList<>(details.subList(0, MOST_DETAILS - 1));
        first.add("and " + (details.size() - first.size()) + " more");
        return List.copyOf(first);
    }
}
