package afterorder.order.tax;

import afterorder.order.Address;
import afterorder.order.Customer;
import afterorder.order.settings.Seller;
import java.util.Objects;

/**
 * What a register is asked: whether a VAT ID is valid, and whether it belongs to that name and address.
 *
 * @param ownVatId the seller's, who alone may ask
 */
public record VatIdQuestion(String ownVatId, String vatId, String name, String street, String postalCode, String city) {

    /** About a customer in another state of the EU, who has a VAT ID: intake refuses others. */
    public static VatIdQuestion about(Customer customer, Seller seller) {
        Address address = customer.address();
        return new VatIdQuestion(
                seller.vatId(),
                Objects.requireNonNull(customer.vatId(), "nothing to ask without a VAT ID"),
                customer.name(),
                address.street(),
                address.postalCode(),
                address.city());
    }
}
