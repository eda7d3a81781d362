package afterorder.documents;

import afterorder.documents.layout.PdfWriter;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;

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

    public byte[] confirmation(OrderConfirmation confirmation) {
        return PdfWriter.write(new ConfirmationDocument(seller, catalog, confirmation).sheet());
    }

    public byte[] invoice(Invoice invoice) {
        return PdfWriter.write(new InvoiceDocument(seller, catalog, invoice).sheet());
    }

    /** Holds license keys: it is stored encrypted, and never mailed or logged. */
    public byte[] deliveryNote(DeliveryNote note) {
        return PdfWriter.write(new DeliveryNoteDocument(seller, catalog, note).sheet());
    }
}
