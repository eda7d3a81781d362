package afterorder.order.feedback;

import afterorder.order.Email;
import afterorder.order.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row's mail that came back, or whose reader complained, as the row keeps it.
 *
 * @param mail its kind, of an {@link OrderMail} or of a notice
 * @param number as {@link MailId} has it
 * @param sentAt when the mail service took it, by its own clock
 * @param at when the row learned of it
 * @param instead which address has taken the place of that one, and got what the mail said unless it was read; absent where
 *     there is none
 */
public record Returned(
        String mail,
        int number,
        Email to,
        Instant sentAt,
        Feedback.What what,
        Statement reason,
        Instant at,
        @Nullable Email instead) {

    static Returned of(Feedback feedback, @Nullable Email instead, Instant now) {
        return new Returned(
                feedback.mail().kind(),
                feedback.mail().number(),
                feedback.to(),
                feedback.sentAt(),
                feedback.what(),
                feedback.reason(),
                now,
                instead);
    }

    /**
     * Whether that says nothing new: it is the same said again, or is about a mail that was sent twice. A mail that was sent
     * there again after the row knew is another matter.
     */
    boolean covers(Feedback feedback) {
        return mail.equals(feedback.mail().kind())
                && number == feedback.mail().number()
                && to.equals(feedback.to())
                && what == feedback.what()
                && (!feedback.sentAt().isAfter(at) || feedback.sentAt().equals(sentAt));
    }
}
