package afterorder.intake;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.feedback.Feedback;
import afterorder.order.feedback.Returned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came back, or whose reader complained, as {@code GET /orders/{id}} shows it.
 *
 * @param part that sent it
 * @param mail its kind: {@code confirmation}, {@code papers}...
 * @param instead the address that is used since, if there is one
 */
record ReturnedMailView(
        String part,
        String mail,
        Email to,
        Feedback.What what,
        String reason,
        Instant at,
        @Nullable Email instead) {

    static ReturnedMailView of(String part, Returned mail) {
        return new ReturnedMailView(
                part, mail.mail(), mail.to(), mail.what(), mail.reason().in(Language.EN), mail.at(), mail.instead());
    }
}
