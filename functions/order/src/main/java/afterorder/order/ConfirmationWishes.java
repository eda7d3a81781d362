package afterorder.order;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customer's wishes on the confirmation's design (S5 to S9).
 *
 * @param orderNumber the customer's own number of the order, shown on every later document
 * @param reference a line of the customer's own: a cost center, a project
 * @param language other than the order's
 * @param applyTo the documents for which addressee, reference and language hold
 */
public record ConfirmationWishes(
        @Nullable String orderNumber,
        @Nullable String reference,
        @Nullable Language language,
        @Nullable Addressee addressee,
        Set<DocumentKind> applyTo) {

    ConfirmationWishes withAddresses(Map<Email, Email> addresses) {
        if (addressee == null || addressee.email() == null) return this;
        return new ConfirmationWishes(orderNumber, reference, language, addressee.withAddresses(addresses), applyTo);
    }
}
