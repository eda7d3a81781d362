package afterorder.order.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Slots of which the other side may choose one (S16).
 *
 * @param number counts the proposals of an engagement from 1
 * @param moves the appointment that is to have another date; absent for a new one
 * @param answer absent while it is open
 */
public record Proposal(
        int number,
        Side by,
        Instant at,
        List<Slot> slots,
        @Nullable Integer moves,
        @Nullable Answer answer) {

    public Proposal {
        slots = List.copyOf(slots);
    }

    /** What became of a proposal. */
    public enum Outcome {
        ACCEPTED,
        DECLINED,
        /** Another proposal was made in its place. */
        REPLACED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param slot that was chosen, counted from 1 @param reason why it was declined */
    public record Answer(
            Outcome outcome,
            Instant at,
            @Nullable Integer slot,
            @Nullable String reason) {}

    @JsonIgnore
    public boolean isOpen() {
        return answer == null;
    }

    Proposal answered(Answer answer) {
        return new Proposal(number, by, at, slots, moves, answer);
    }

    /** Whether that slot of it was chosen. */
    boolean isAcceptedWith(int slot) {
        return answer != null && answer.outcome() == Outcome.ACCEPTED && answer.slot() == slot;
    }
}
