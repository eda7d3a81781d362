package afterorder.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That the customer officially commissioned the services of an order (S12).
 *
 * @param by who said so
 * @param on in the seller's zone
 * @param reference the customer's own
 * @param receivedAt when we heard of it: from then on the team's time runs (S15)
 */
public record Commissioning(
        String by, LocalDate on, @Nullable String reference, Instant receivedAt) {

    /** The same was said before, perhaps at another time. */
    public boolean saysAs(Commissioning other) {
        return by.equals(other.by) && on.equals(other.on) && Objects.equals(reference, other.reference);
    }
}
