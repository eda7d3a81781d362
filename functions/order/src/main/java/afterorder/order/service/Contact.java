package afterorder.order.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That somebody of the team contacted the customer (S14). */
public record Contact(
        Instant at, Person by, Channel channel, @Nullable String note) {

    private static final Duration SAME_CALL = Duration.ofMinutes(5);

    /** Whether it is that contact, told again: nobody calls twice within minutes and notes the same. */
    boolean repeats(Contact other) {
        return by.equals(other.by)
                && channel == other.channel
                && Objects.equals(note, other.note)
                && Duration.between(other.at, at).abs().compareTo(SAME_CALL) < 0;
    }

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
