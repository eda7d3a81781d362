package afterorder.documents.einvoice;

import static afterorder.order.DocumentKind.INVOICE;

import afterorder.documents.wording.InvoiceWording;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Order;
import afterorder.order.billing.Invoice;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import javax.xml.stream.XMLStreamException;

/**
 * The invoice as XML: EN 16931 in the syntax of UN/CEFACT CII, with every figure that the PDF shows, from the same record and
 * in the same words. The same input gives the same bytes. "BT-1" and the like are the standard's names of what is written.
 */
public final class CrossIndustryInvoice {
    private static final String COMMERCIAL_INVOICE = "380";

    /**
     * For a cancellation, of the whole or of lines, whose quantities are negative then. Not 381: programs show that by the
     * word that German law has for an invoice issued by its recipient.
     */
    private static final String CORRECTED_INVOICE = "384";

    private final Invoice invoice;
    private final Order order;
    private final Profile profile;
    private final Wording wording;
    private final Parties parties;
    private final LineItems lineItems;
    private final Settlement settlement;
    private final XmlWriter xml;

    private CrossIndustryInvoice(Seller seller, Catalog catalog, Invoice invoice, Profile profile, XmlWriter xml) {
        this.invoice = invoice;
        this.order = invoice.order();
        this.profile = profile;
        this.wording = new Wording(invoice.language());
        this.xml = xml;
        this.parties = new Parties(seller, invoice, wording, xml);
        this.lineItems = new LineItems(invoice, new LineWording(catalog, invoice.language(), wording), xml);
        this.settlement = new Settlement(seller, invoice, wording, xml);
    }

    /**
     * @return UTF-8
     * @throws IllegalArgumentException for an XRechnung without a buyer reference
     */
    public static byte[] write(Seller seller, Catalog catalog, Invoice invoice, Profile profile) {
        if (profile == Profile.XRECHNUNG && invoice.order().buyerReference() == null) {
            throw new IllegalArgumentException("no buyer reference for an XRechnung: " + invoice.number());
        }
        return XmlWriter.write(xml -> new CrossIndustryInvoice(seller, catalog, invoice, profile, xml).write());
    }

    private void write() throws XMLStreamException {
        xml.root("ExchangedDocumentContext", this::context);
        xml.root("ExchangedDocument", this::document);
        xml.root("SupplyChainTradeTransaction", () -> {
            lineItems.write();
            xml.element("ApplicableHeaderTradeAgreement", this::agreement);
            xml.element("ApplicableHeaderTradeDelivery", this::delivery);
            xml.element("ApplicableHeaderTradeSettlement", settlement::write);
        });
    }

    private void context() throws XMLStreamException {
        xml.wrapped("BusinessProcessSpecifiedDocumentContextParameter", "ID", profile.process());
        xml.wrapped("GuidelineSpecifiedDocumentContextParameter", "ID", profile.guideline());
    }

    /** BT-1, BT-3, BT-2, BT-22. */
    private void document() throws XMLStreamException {
        xml.text("ID", invoice.number());
        xml.text("TypeCode", invoice.isCancellation() ? CORRECTED_INVOICE : COMMERCIAL_INVOICE);
        xml.date("IssueDateTime", invoice.issuedOn());
        if (invoice.correction().isPresent())
            xml.wrapped("IncludedNote", "Content", new InvoiceWording(wording).introduction(invoice));
        xml.wrapped(
                "IncludedNote",
                "Content",
                order.reference(INVOICE)
                        .map(own -> wording.text("customer.reference") + ": " + own)
                        .orElse(null));
    }

    /** BT-10, the parties, BT-14, BT-13. */
    private void agreement() throws XMLStreamException {
        xml.text("BuyerReference", order.buyerReference());
        xml.element("SellerTradeParty", parties::seller);
        xml.element("BuyerTradeParty", parties::buyer);
        xml.wrapped(
                "SellerOrderReferencedDocument",
                "IssuerAssignedID",
                invoice.orderId().value());
        xml.wrapped(
                "BuyerOrderReferencedDocument",
                "IssuerAssignedID",
                order.customerOrderNumber().orElse(null));
    }

    /** BT-72, BT-16. */
    private void delivery() throws XMLStreamException {
        xml.element("ActualDeliverySupplyChainEvent", () -> xml.date("OccurrenceDateTime", invoice.purchasedOn()));
        xml.wrapped("DespatchAdviceReferencedDocument", "IssuerAssignedID", invoice.deliveryNoteNumber());
    }
}
