package afterorder.order;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who ordered, and who is the buyer on every invoice, whatever addressing is wished.
 *
 * @param number ours of the customer
 * @param phone at most 40 digits, blanks and {@code + ( ) / -}
 * @param timeZone in which the customer reads the clock; absent: the seller's
 */
public record Customer(
        String number,
        String name,
        Email email,
        @Nullable String vatId,
        @Nullable String phone,
        @Nullable ZoneId timeZone,
        Address address) {

    Customer withAddresses(Map<Email, Email> addresses) {
        return new Customer(number, name, addresses.getOrDefault(email, email), vatId, phone, timeZone, address);
    }
}
