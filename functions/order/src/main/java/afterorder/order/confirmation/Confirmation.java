package afterorder.order.confirmation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far an order's confirmation has got. Its number and date stay through every attempt, so that each attempt makes the
 * same document.
 *
 * @param messageId of the mail that it was sent with: the order's first, which all later ones answer
 */
public record Confirmation(
        Status status,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Instant sentAt,
        @Nullable String messageId) {

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
