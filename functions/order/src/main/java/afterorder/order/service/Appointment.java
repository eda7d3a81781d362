package afterorder.order.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agreed date (S16). All that its invitations say follows from it, so that each of a sequence says the same.
 *
 * @param number counts the appointments of an engagement from 1
 * @param sequence rises with each change (RFC 5545, 3.8.7.4)
 * @param owner who comes from the team
 * @param customer who is invited at the customer's
 * @param decidedAt when it became as it is
 * @param reason why it was called off; absent while it stands
 */
public record Appointment(
        int number,
        int sequence,
        Slot slot,
        Person owner,
        Person customer,
        Instant decidedAt,
        @Nullable String reason) {

    @JsonIgnore
    public boolean isCalledOff() {
        return reason != null;
    }

    /** Whether it is still to take place. */
    public boolean isAhead(Instant now) {
        return !isCalledOff() && slot.to().isAfter(now);
    }

    Appointment movedTo(Slot slot, Person owner, Person customer, Instant now) {
        return new Appointment(number, sequence + 1, slot, owner, customer, now, null);
    }

    Appointment calledOff(String reason, Instant now) {
        return new Appointment(number, sequence + 1, slot, owner, customer, now, reason);
    }
}
