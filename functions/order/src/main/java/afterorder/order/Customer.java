package afterorder.order;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who ordered, and who is the buyer on every invoice, whatever addressing is wished. @param number ours of the customer */
public record Customer(
        String number, String name, Email email, @Nullable String vatId, Address address) {

    Customer withAddresses(Map<Email, Email> addresses) {
        return new Customer(number, name, addresses.getOrDefault(email, email), vatId, address);
    }
}
