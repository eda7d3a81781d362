package afterorder.order;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another addressing wished for a document (S7); what is absent stays as the customer's own. */
public record Addressee(
        @Nullable String company,
        @Nullable String department,
        @Nullable String attention,
        @Nullable Address address,
        @Nullable Email email) {

    Addressee withAddresses(Map<Email, Email> addresses) {
        return new Addressee(company, department, attention, address, addresses.getOrDefault(email, email));
    }
}
