package afterorder.order.confirmation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far an order's confirmation has got. Its number and date stay through every attempt, so that each attempt makes the
 * same document.
 */
public record Confirmation(
        Status status,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Instant sentAt) {

    /** In this order, and back from sending to received where an attempt died. */
    public enum Status {
        RECEIVED,
        SENDING,
        SENT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
