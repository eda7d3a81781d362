package afterorder.order.row;

import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands beside a row's status when it cannot go on without staff.
 *
 * @param details where there is more to say than the reason: a statement a line of the order
 */
public record Parked(
        Statement reason,
        Instant since,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Statement> details) {
    private static final int MOST_DETAILS = 100;

    public Parked {
        details = details == null ? List.of() : shortened(details);
    }

    private static List<Statement> shortened(List<Statement> details) {
        if (details.size() <= MOST_DETAILS) return List.copyOf(details);
        List<Statement> first = new ArrayList<>(details.subList(0, MOST_DETAILS - 1));
        first.add(Phrase.MORE.with(details.size() - first.size()));
        return List.copyOf(first);
    }

    /** As people read it, and the HTTP interface shows it. */
    public record Told(
            String reason,
            Instant since,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> details) {}

    public Told in(Language language) {
        return new Told(
                reason.in(language),
                since,
                details.stream().map(detail -> detail.in(language)).toList());
    }
}
