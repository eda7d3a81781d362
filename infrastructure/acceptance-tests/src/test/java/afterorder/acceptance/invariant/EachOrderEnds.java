package afterorder.acceptance.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each accepted order ends: nothing of it is under way, every purchase is invoiced or cancelled, every engagement done or
 * cancelled, every correction sent; or what is not is parked with a reason.
 */
final class EachOrderEnds implements Invariant {
    private static final Set<String> ENDS = Set.of("invoiced", "cancelled", "done", "sent");

    @Override
    public Stream<String> violations(World world) {
        return world.rows().stream()
                .filter(row -> !row.data().path("progress").isMissingNode()
                        && !row.part().equals("export"))
                .filter(row -> !hasEnded(row) && !isParkedWithReason(row))
                .map(row -> "%s %s has not ended: %s".formatted(row.key(), row.part(), row.data()));
    }

    private static boolean hasEnded(WorldRow row) {
        if (row.part().equals("order")) return row.at("/confirmation/status").equals("sent");
        if (row.part().startsWith("correction-"))
            return !row.at("/issue/sentAt").isEmpty();
        return ENDS.contains(row.status());
    }

    private static boolean isParkedWithReason(WorldRow row) {
        JsonNode parked = row.data().at("/progress/parked");
        return !parked.path("reason").isMissingNode()
                && !parked.path("reason").toString().isBlank();
    }
}
