package afterorder.order.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That somebody of the team contacted the customer (S14). */
public record Contact(
        Instant at, Person by, Channel channel, @Nullable String note) {

    /** How. */
    public enum Channel {
        PHONE,
        EMAIL,
        VIDEO,
        MEETING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
