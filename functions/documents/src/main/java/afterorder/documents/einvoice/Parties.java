package afterorder.documents.einvoice;

import afterorder.documents.wording.SellerWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Address;
import afterorder.order.Customer;
import afterorder.order.Email;
import afterorder.order.Recipient;
import afterorder.order.billing.Invoice;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Seller (BG-4) and buyer (BG-7). The buyer is the customer, whatever addressing is wished: that changes the contact only. */
final class Parties {
    private final Seller seller;
    private final Invoice invoice;
    private final SellerWording sellerWording;
    private final XmlWriter xml;

    Parties(Seller seller, Invoice invoice, Wording wording, XmlWriter xml) {
        this.seller = seller;
        this.invoice = invoice;
        this.sellerWording = new SellerWording(seller, wording);
        this.xml = xml;
    }

    /** BT-27, BT-33, BT-30, BG-6, BG-5, BT-34, BT-31, BT-32. */
    void seller() throws XMLStreamException {
        xml.text("Name", seller.name());
        xml.text(
                "Description",
                Stream.of(sellerWording.seat(), sellerWording.register(), sellerWording.directors())
                        .collect(Collectors.joining("; ")));
        xml.wrapped("SpecifiedLegalOrganization", "ID", seller.registerNumber());
        contact(seller.name(), seller.telephone(), seller.email());
        address(seller.address());
        electronicAddress(seller.email());
        if (mayNameVatIds()) taxRegistration(seller.vatId(), "VA");
        taxRegistration(seller.taxNumber(), "FC");
    }

    /** BT-46, BT-44, BG-9, BG-8, BT-49, BT-48. */
    void buyer() throws XMLStreamException {
        Customer customer = invoice.order().customer();
        Recipient recipient = invoice.recipient();
        xml.text("ID", customer.number());
        xml.text("Name", customer.name());
        contact(contactName(recipient, customer), null, recipient.email());
        address(customer.address());
        electronicAddress(recipient.email());
        if (mayNameVatIds() && customer.vatId() != null) taxRegistration(customer.vatId(), "VA");
    }

    /** What is outside the scope of VAT must not name a VAT ID (BR-O-02). */
    private boolean mayNameVatIds() {
        return invoice.totals().tax().category() != Tax.Category.NOT_TAXABLE;
    }

    /** The person, the department and the company that the address field names beside the customer. */
    private static @Nullable String contactName(Recipient recipient, Customer customer) {
        String company = recipient.company().equals(customer.name()) ? null : recipient.company();
        String name = Stream.of(recipient.attention(), recipient.department(), company)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? null : name;
    }

    private void contact(@Nullable String name, @Nullable String telephone, Email email) throws XMLStreamException {
        xml.element("DefinedTradeContact", () -> {
            xml.text("PersonName", name);
            xml.wrapped("TelephoneUniversalCommunication", "CompleteNumber", telephone);
            xml.wrapped("EmailURIUniversalCommunication", "URIID", email.address());
        });
    }

    private void address(Address address) throws XMLStreamException {
        xml.element("PostalTradeAddress", () -> {
            xml.text("PostcodeCode", address.postalCode());
            xml.text("LineOne", address.street());
            xml.text("CityName", address.city());
            xml.text("CountryID", address.country());
        });
    }

    private void electronicAddress(Email email) throws XMLStreamException {
        xml.element("URIUniversalCommunication", () -> xml.text("URIID", email.address(), "schemeID", "EM"));
    }

    private void taxRegistration(String id, String scheme) throws XMLStreamException {
        xml.element("SpecifiedTaxRegistration", () -> xml.text("ID", id, "schemeID", scheme));
    }
}
