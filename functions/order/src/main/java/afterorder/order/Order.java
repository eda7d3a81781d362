package afterorder.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order as the customer placed it, in the shape of {@code POST /orders}. Lines are counted from 1.
 *
 * @param commissioned whether its services are officially commissioned (S12)
 * @param buyerReference what the customer wants to read on an e-invoice so that it finds its way (BT-10): a Leitweg-ID
 * @param technicalContact present when there is a license line
 * @param serviceContact absent: the customer itself is contacted about services
 */
public record Order(
        Currency currency,
        Language language,
        boolean commissioned,
        Customer customer,
        @Nullable String buyerReference,
        @Nullable ConfirmationWishes confirmation,
        @Nullable TechnicalContact technicalContact,
        @Nullable ServiceContact serviceContact,
        List<Line> lines) {

    public Line line(int number) {
        return lines.get(number - 1);
    }

    /** All license lines, by their numbers. */
    public SortedMap<Integer, LicenseLine> licenses() {
        SortedMap<Integer, LicenseLine> licenses = new TreeMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            if (line(number) instanceof LicenseLine license) licenses.put(number, license);
        }
        return licenses;
    }

    /** All lines of services, by their numbers. */
    public SortedMap<Integer, ServiceLine> services() {
        SortedMap<Integer, ServiceLine> services = new TreeMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            if (line(number) instanceof ServiceLine service) services.put(number, service);
        }
        return services;
    }

    /** Whom the team contacts about services: who is named for that, or else the customer. */
    public ServiceContact contactForServices() {
        return serviceContact == null
                ? new ServiceContact(customer.name(), customer.email(), customer.phone())
                : serviceContact;
    }

    public Order asCommissioned() {
        return new Order(
                currency,
                language,
                true,
                customer,
                buyerReference,
                confirmation,
                technicalContact,
                serviceContact,
                lines);
    }

    public Order withCustomer(Customer other) {
        return new Order(
                currency,
                language,
                commissioned,
                other,
                buyerReference,
                confirmation,
                technicalContact,
                serviceContact,
                lines);
    }

    public Order withTechnicalContact(@Nullable TechnicalContact contact) {
        return new Order(
                currency,
                language,
                commissioned,
                customer,
                buyerReference,
                confirmation,
                contact,
                serviceContact,
                lines);
    }

    public Order withWishes(ConfirmationWishes wishes) {
        return new Order(
                currency,
                language,
                commissioned,
                customer,
                buyerReference,
                wishes,
                technicalContact,
                serviceContact,
                lines);
    }

    /** With other addresses to write to, wherever one of these is named. */
    public Order withAddresses(Map<Email, Email> addresses) {
        if (addresses.isEmpty()) return this;
        return new Order(
                currency,
                language,
                commissioned,
                customer.withAddresses(addresses),
                buyerReference,
                confirmation == null ? null : confirmation.withAddresses(addresses),
                technicalContact,
                serviceContact == null ? null : serviceContact.withAddresses(addresses),
                lines);
    }

    /** The customer's own number of this order (S8). */
    @JsonIgnore
    public Optional<String> customerOrderNumber() {
        return Optional.ofNullable(confirmation).map(ConfirmationWishes::orderNumber);
    }

    /** The customer's free line for documents of this kind. */
    public Optional<String> reference(DocumentKind kind) {
        return wishes(kind).map(ConfirmationWishes::reference);
    }

    /** In which language a document of this kind is written: the order's, unless a wish for this kind says otherwise. */
    public Language language(DocumentKind kind) {
        return wishes(kind).map(ConfirmationWishes::language).orElse(language);
    }

    /** To whom a document of this kind goes: the customer, unless a wish for this kind says otherwise (S7). */
    public Recipient recipient(DocumentKind kind) {
        Recipient customers = new Recipient(customer.name(), null, null, customer.address(), customer.email());
        return wishes(kind)
                .map(ConfirmationWishes::addressee)
                .map(customers::changedBy)
                .orElse(customers);
    }

    private Optional<ConfirmationWishes> wishes(DocumentKind kind) {
        return Optional.ofNullable(confirmation)
                .filter(wishes -> wishes.applyTo().contains(kind));
    }
}
