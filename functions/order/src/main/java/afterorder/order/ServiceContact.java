package afterorder.order;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a specialist team contacts about services, and invites (S14).
 *
 * @param phone at most 40 digits, blanks and {@code + ( ) / -}
 */
public record ServiceContact(
        String name, Email email, @Nullable String phone) {

    ServiceContact withAddresses(Map<Email, Email> addresses) {
        return new ServiceContact(name, addresses.getOrDefault(email, email), phone);
    }
}
