package afterorder.documents;

import static afterorder.documents.layout.Attachment.Relationship.ALTERNATIVE;

import afterorder.documents.einvoice.CrossIndustryInvoice;
import afterorder.documents.einvoice.Profile;
import afterorder.documents.layout.Attachment;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.layout.PdfWriter;
import afterorder.documents.wording.Wording;
import afterorder.order.Customer;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.service.PerformanceRecord;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Makes the documents of an order as PDF, in the order's language. The same input always gives the same bytes, so a
 * repetition can compare what it finds stored. To be shared by threads.
 */
public final class PdfDocuments {
    private final Seller seller;
    private final Catalog catalog;

    public PdfDocuments(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    /** Makes a document that nobody gets: fonts and classes are loaded then, which takes long the first time. */
    public void prime() {
        Customer nobody = new Customer("-", "-", seller.email(), null, null, null, seller.address());
        Order nothing =
                new Order(Currency.getInstance("EUR"), Language.DE, false, nobody, null, null, null, null, List.of());
        OrderId id = OrderId.of("nobody", "nothing");
        confirmation(new OrderConfirmation(id, "-", LocalDate.EPOCH, nothing, List.of(), List.of(), Optional.empty()));
    }

    public PdfFile confirmation(OrderConfirmation confirmation) {
        return PdfWriter.write(new ConfirmationDocument(seller, catalog, confirmation).sheet());
    }

    /** It carries the same invoice for machines: ZUGFeRD 2 and Factur-X 1, profile EN 16931. */
    public PdfFile invoice(Invoice invoice) {
        byte[] xml = CrossIndustryInvoice.write(seller, catalog, invoice, Profile.EN_16931);
        String description = new Wording(invoice.language()).text("invoice.xml");
        Attachment attachment = new Attachment("factur-x.xml", "text/xml", description, ALTERNATIVE, xml);
        return PdfWriter.write(
                new InvoiceDocument(seller, catalog, invoice).sheet().with(List.of(attachment)));
    }

    /** The invoice as a file of its own, for a customer who gave a buyer reference. @return UTF-8 */
    public Optional<byte[]> xRechnung(Invoice invoice) {
        return Optional.ofNullable(invoice.order().buyerReference())
                .map(reference -> CrossIndustryInvoice.write(seller, catalog, invoice, Profile.XRECHNUNG));
    }

    /** Holds license keys: it is stored encrypted, and never mailed or logged. */
    public PdfFile deliveryNote(DeliveryNote note) {
        return PdfWriter.write(new DeliveryNoteDocument(seller, catalog, note).sheet());
    }

    public PdfFile performanceRecord(PerformanceRecord record) {
        return PdfWriter.write(new PerformanceRecordDocument(seller, catalog, record).sheet());
    }
}
