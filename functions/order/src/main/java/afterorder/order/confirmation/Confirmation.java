package afterorder.order.confirmation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an order's confirmation has got. Its number and date stay through every attempt, so that each attempt makes the
 * same document.
 *
 * @param messageId of the mail that the order's first confirmation was sent with, which all later mails answer
 * @param replaces the confirmation that this one corrects; absent for the first
 */
public record Confirmation(
        Status status,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Instant sentAt,
        @Nullable String messageId,
        @Nullable Replaced replaces) {

    static final Confirmation NEW = new Confirmation(Status.RECEIVED, null, null, null, null, null);

    /**
     * A confirmation that another one takes the place of.
     *
     * @param issuedOn in the seller's zone
     * @param replaces the one whose place it took itself; absent for the first
     */
    public record Replaced(
            String number, LocalDate issuedOn, @Nullable Replaced replaces) {}

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

    /** Whether it was mailed under that number, or one of those was whose place it took, one after the other. */
    public boolean wasMailedAs(String number) {
        boolean isPresent = status == Status.SENT && number.equals(this.number);
        return isPresent
                || Stream.iterate(replaces, Objects::nonNull, Replaced::replaces)
                        .anyMatch(replaced -> number.equals(replaced.number()));
    }

    Confirmation sending(String number, LocalDate issuedOn) {
        return new Confirmation(Status.SENDING, number, issuedOn, null, messageId, replaces);
    }

    /** @param messageId of its mail */
    Confirmation sent(String messageId, Instant now) {
        String first = this.messageId == null ? messageId : this.messageId;
        return new Confirmation(Status.SENT, number, issuedOn, now, first, replaces);
    }

    /** Whoever was sending it is dead. */
    Confirmation takenBack() {
        return new Confirmation(Status.RECEIVED, number, issuedOn, null, messageId, replaces);
    }

    /** It is to say something else than what may be kept under its number. */
    Confirmation withoutNumber() {
        return new Confirmation(status, null, null, null, messageId, replaces);
    }

    /** Another one is to be sent in its place. @throws NullPointerException when it has no number yet */
    Confirmation corrected() {
        return new Confirmation(
                Status.RECEIVED,
                null,
                null,
                null,
                messageId,
                new Replaced(Objects.requireNonNull(number), Objects.requireNonNull(issuedOn), replaces));
    }
}
