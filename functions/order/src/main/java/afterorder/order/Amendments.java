package afterorder.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was changed of an order since it was placed; the order itself never changes. It decides what later documents say, so
 * who numbers a document keeps what it was then.
 *
 * @param technicalContact absent while it is the order's
 * @param wishes on the design of documents, in place of all of the order's; absent while those hold
 * @param commissioning of the services, where they were not commissioned with the order
 * @param addresses that proved wrong, each with the one to use instead
 */
public record Amendments(
        @Nullable TechnicalContact technicalContact,
        @Nullable ConfirmationWishes wishes,
        @Nullable Commissioning commissioning,
        Map<Email, Email> addresses) {
    public static final Amendments NONE = new Amendments(null, null, null, Map.of());

    public Amendments {
        addresses = Map.copyOf(addresses);
    }

    /** The order as it stands with them. */
    public Order of(Order order) {
        Order wished = wishes == null ? order : order.withWishes(wishes);
        Order registered = technicalContact == null ? wished : wished.withTechnicalContact(technicalContact);
        Order commissioned = commissioning == null ? registered : registered.asCommissioned();
        return commissioned.withAddresses(addresses);
    }

    /** Where to write to instead of that address, if it proved wrong. */
    public Email inUse(Email address) {
        return addresses.getOrDefault(address, address);
    }

    public Amendments with(TechnicalContact contact) {
        return new Amendments(contact, wishes, commissioning, addresses);
    }

    public Amendments with(ConfirmationWishes others) {
        return new Amendments(technicalContact, others, commissioning, addresses);
    }

    public Amendments with(Commissioning commissioning) {
        return new Amendments(technicalContact, wishes, commissioning, addresses);
    }

    /** From now on that address is used wherever the order, or an earlier correction, says another. */
    public Amendments with(Email instead, Email use) {
        Map<Email, Email> more = new HashMap<>(addresses);
        more.replaceAll((wrong, right) -> right.equals(instead) ? use : right);
        more.put(instead, use);
        return new Amendments(technicalContact, wishes, commissioning, more);
    }
}
