package afterorder.documents.mail;

import afterorder.order.Email;
import afterorder.order.settings.Seller;
import java.time.Instant;
import java.util.Optional;

/**
 * What a mail bears beside what it says.
 *
 * @param replyTo of a person
 * @param answered the {@code Message-ID} of the order's first mail, without angle brackets, where it is known
 */
public record Envelope(String senderName, Email sender, Email replyTo, Optional<String> answered, Instant date) {

    public static Envelope of(Seller seller, Email sender, Instant date) {
        return new Envelope(seller.name(), sender, seller.replyTo(), Optional.empty(), date);
    }

    /** In the thread of that mail. */
    public Envelope answering(Optional<String> messageId) {
        return new Envelope(senderName, sender, replyTo, messageId, date);
    }

    public Envelope repliedTo(Email person) {
        return new Envelope(senderName, sender, person, answered, date);
    }
}
