package afterorder.documents.einvoice;

import afterorder.documents.wording.LineWording;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.ServiceLine;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Period;
import afterorder.order.tax.Tax;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The lines of the invoice (BG-25), in the words of the PDF. */
final class LineItems {
    private final Invoice invoice;
    private final LineWording wording;
    private final XmlWriter xml;

    LineItems(Invoice invoice, LineWording wording, XmlWriter xml) {
        this.invoice = invoice;
        this.wording = wording;
        this.xml = xml;
    }

    void write() throws XMLStreamException {
        for (Map.Entry<Integer, ? extends Line> line : invoice.lines().entrySet()) {
            xml.element("IncludedSupplyChainTradeLineItem", () -> line(line.getKey(), line.getValue()));
        }
    }

    /** BT-126, BT-155, BT-153, BT-154, BT-146, BT-129, BT-130, and what it comes to. */
    private void line(int number, Line line) throws XMLStreamException {
        Period period = invoice.periods().get(number);
        xml.wrapped("AssociatedDocumentLineDocument", "LineID", "" + number);
        xml.element("SpecifiedTradeProduct", () -> {
            xml.text("SellerAssignedID", article(line));
            xml.text("Name", wording.title(line));
            xml.text("Description", wording.details(line, period));
        });
        xml.element(
                "SpecifiedLineTradeAgreement",
                () -> xml.element("NetPriceProductTradePrice", () -> xml.number("ChargeAmount", line.unitPrice())));
        xml.element(
                "SpecifiedLineTradeDelivery",
                () -> xml.text("BilledQuantity", line.count().toPlainString(), "unitCode", unitCode(line)));
        xml.element("SpecifiedLineTradeSettlement", () -> settlement(line, period));
    }

    /** BT-151, BT-152 (no rate, not even zero, where nothing is taxable: BR-O-05), BT-134, BT-135, BT-131. */
    private void settlement(Line line, @Nullable Period period) throws XMLStreamException {
        Tax tax = invoice.totals().tax();
        xml.element("ApplicableTradeTax", () -> {
            xml.text("TypeCode", "VAT");
            xml.text("CategoryCode", tax.category().code());
            if (tax.category() != Tax.Category.NOT_TAXABLE) xml.number("RateApplicablePercent", tax.percent());
        });
        if (period != null) Settlement.period(xml, period);
        xml.element(
                "SpecifiedTradeSettlementLineMonetarySummation",
                () -> xml.number(
                        "LineTotalAmount", line.net(invoice.order().currency()).amount()));
    }

    private static String article(Line line) {
        return switch (line) {
            case LicenseLine license -> license.product();
            case ServiceLine service -> service.service();
        };
    }

    /** By UN/ECE Recommendation 20; C62 is "one", whatever it is one of. */
    private static String unitCode(Line line) {
        return switch (line) {
            case LicenseLine _ -> "C62";
            case ServiceLine service ->
                switch (service.unit()) {
                    case "hour" -> "HUR";
                    case "day" -> "DAY";
                    case "week" -> "WEE";
                    case "month" -> "MON";
                    case "year" -> "ANN";
                    default -> "C62";
                };
        };
    }
}
