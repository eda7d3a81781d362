package afterorder.order.feedback;

import afterorder.order.Email;
import afterorder.order.Statement;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * What the mail service says of a mail that it took.
 *
 * @param to whom it was sent
 * @param sentAt when the mail service took it, by its own clock
 * @param reason what the mail service, or the reader's, said
 */
public record Feedback(MailId mail, Email to, Instant sentAt, What what, Statement reason) {

    /** What became of the mail. */
    public enum What {
        /** It came back for good: nobody reads at this address, or the mail service delivers nothing more to it. */
        BOUNCED,
        /** It did not arrive, but another one may: the mailbox is full, or the content was not taken. */
        NOT_DELIVERED,
        /** Something came back, which may be no more than that the reader is away. */
        UNCERTAIN,
        /** It arrived, and its reader called it spam: the mail service delivers nothing more to the address. */
        COMPLAINED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the address is of no use any more. */
        boolean endsAddress() {
            return this == BOUNCED || this == COMPLAINED;
        }

        /** Whether somebody has not read what the mail says, or will not read the next one. */
        boolean isForStaff() {
            return this != UNCERTAIN;
        }
    }
}
