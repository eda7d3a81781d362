package afterorder.documents.einvoice;

import afterorder.documents.wording.InvoiceWording;
import afterorder.documents.wording.TaxWording;
import afterorder.documents.wording.Wording;
import afterorder.order.billing.Correction;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Period;
import afterorder.order.billing.Totals;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** What is to be paid, how, until when, and what tax is in it (BG-16, BG-23, BG-22). */
final class Settlement {
    private static final String SEPA_CREDIT_TRANSFER = "58";
    private static final String CLEARING_BETWEEN_PARTNERS = "97";

    private final Seller seller;
    private final Invoice invoice;
    private final Totals totals;
    private final Tax tax;
    private final String currency;
    private final Wording wording;
    private final XmlWriter xml;

    Settlement(Seller seller, Invoice invoice, Wording wording, XmlWriter xml) {
        this.seller = seller;
        this.invoice = invoice;
        this.totals = invoice.totals();
        this.tax = totals.tax();
        this.currency = invoice.order().currency().getCurrencyCode();
        this.wording = wording;
        this.xml = xml;
    }

    /** BT-83, BT-5, and the groups. */
    void write() throws XMLStreamException {
        xml.text("PaymentReference", invoice.number());
        xml.text("InvoiceCurrencyCode", currency);
        xml.element("SpecifiedTradeSettlementPaymentMeans", this::paymentMeans);
        xml.element("ApplicableTradeTax", this::breakdown);
        Optional<Period> period = invoice.period();
        if (period.isPresent()) period(xml, period.get());
        xml.element("SpecifiedTradePaymentTerms", this::terms);
        xml.element("SpecifiedTradeSettlementHeaderMonetarySummation", this::summation);
        if (invoice.correction().isPresent())
            preceding(invoice.correction().get().of());
    }

    static void period(XmlWriter xml, Period period) throws XMLStreamException {
        xml.element("BillingSpecifiedPeriod", () -> {
            xml.date("StartDateTime", period.startsOn());
            xml.date("EndDateTime", period.endsOn());
        });
    }

    /** BG-3: BT-25, BT-26. */
    private void preceding(Correction.Reference of) throws XMLStreamException {
        xml.element("InvoiceReferencedDocument", () -> {
            xml.text("IssuerAssignedID", of.number());
            xml.formattedDate("FormattedIssueDateTime", of.issuedOn());
        });
    }

    /** BT-81, BT-84, BT-85, BT-86. */
    private void paymentMeans() throws XMLStreamException {
        if (invoice.isCancellation()) {
            xml.text("TypeCode", CLEARING_BETWEEN_PARTNERS);
            return;
        }
        Seller.BankAccount account = seller.bankAccount();
        xml.text("TypeCode", SEPA_CREDIT_TRANSFER);
        xml.element("PayeePartyCreditorFinancialAccount", () -> {
            xml.text("IBANID", account.iban());
            xml.text("AccountName", seller.name());
        });
        xml.wrapped("PayeeSpecifiedCreditorFinancialInstitution", "BICID", account.bic());
    }

    /** BT-117, BT-120, BT-116, BT-118, BT-121, BT-119: one, as all lines have the same tax. */
    private void breakdown() throws XMLStreamException {
        xml.number("CalculatedAmount", totals.vat().amount());
        xml.text("TypeCode", "VAT");
        xml.text("ExemptionReason", new TaxWording(wording).reason(tax).orElse(null));
        xml.number("BasisAmount", totals.net().amount());
        xml.text("CategoryCode", tax.category().code());
        xml.text("ExemptionReasonCode", tax.category().exemption());
        xml.number("RateApplicablePercent", tax.percent());
    }

    /** BT-20, BT-9. */
    private void terms() throws XMLStreamException {
        xml.text("Description", new InvoiceWording(wording).terms(invoice));
        if (invoice.dueOn().isPresent())
            xml.date("DueDateDateTime", invoice.dueOn().get());
    }

    /** BT-106, BT-109, BT-110, BT-112, BT-115. */
    private void summation() throws XMLStreamException {
        xml.number("LineTotalAmount", totals.net().amount());
        xml.number("TaxBasisTotalAmount", totals.net().amount());
        xml.text("TaxTotalAmount", totals.vat().amount().toPlainString(), "currencyID", currency);
        xml.number("GrandTotalAmount", totals.gross().amount());
        xml.number("DuePayableAmount", totals.gross().amount());
    }
}
