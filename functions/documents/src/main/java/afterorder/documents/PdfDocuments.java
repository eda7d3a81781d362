package afterorder.documents;

import afterorder.documents.layout.PdfFile;
import afterorder.documents.layout.PdfWriter;
import afterorder.order.Customer;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

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
        Customer nobody = new Customer("-", "-", seller.email(), null, seller.address());
        Order nothing = new Order(Currency.getInstance("EUR"), Language.DE, false, nobody, null, null, null, List.of());
        OrderId id = OrderId.of("nobody", "nothing");
        confirmation(new OrderConfirmation(id, "-", LocalDate.EPOCH, nothing, List.of()));
    }

    public PdfFile confirmation(OrderConfirmation confirmation) {
        return PdfWriter.write(new ConfirmationDocument(seller, catalog, confirmation).sheet());
    }

    public PdfFile invoice(Invoice invoice) {
        return PdfWriter.write(new InvoiceDocument(seller, catalog, invoice).sheet());
    }

    /** Holds license keys: it is stored encrypted, and never mailed or logged. */
    public PdfFile deliveryNote(DeliveryNote note) {
        return PdfWriter.write(new DeliveryNoteDocument(seller, catalog, note).sheet());
    }
}
