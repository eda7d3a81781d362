package afterorder.documents;

import static afterorder.documents.Look.body;
import static afterorder.documents.Look.fact;
import static afterorder.order.DocumentKind.INVOICE;

import afterorder.documents.einvoice.GiroCode;
import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Columns;
import afterorder.documents.layout.Element.Columns.Column;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Sheet;
import afterorder.documents.layout.Text;
import afterorder.documents.wording.InvoiceWording;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.TaxWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Customer;
import afterorder.order.Order;
import afterorder.order.Recipient;
import afterorder.order.billing.Invoice;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.util.ArrayList;
import java.util.List;

/** The invoice, with what Par. 14(4) UStG demands. Whoever it is addressed to, the buyer is the customer. */
final class InvoiceDocument {
    private static final float CODE = 29 * Paper.MILLIMETER;
    private static final float ACCOUNT_NAMES = 29 * Paper.MILLIMETER;

    private final Seller seller;
    private final Invoice invoice;
    private final Order order;
    private final Wording wording;
    private final InvoiceWording words;
    private final LineWording lineWording;
    private final Letterhead letterhead;

    InvoiceDocument(Seller seller, Catalog catalog, Invoice invoice) {
        this.seller = seller;
        this.invoice = invoice;
        this.order = invoice.order();
        this.wording = new Wording(invoice.language());
        this.words = new InvoiceWording(wording);
        this.lineWording = new LineWording(catalog, invoice.language(), wording);
        this.letterhead = new Letterhead(seller, wording);
    }

    Sheet sheet() {
        return letterhead.sheet(
                words.title(invoice) + " " + invoice.number(), invoice.issuedOn(), addressField(), facts(), content());
    }

    /** The customer first, as the buyer; another company of the wish stands as its "care of". */
    private String addressField() {
        Recipient recipient = invoice.recipient();
        String field = letterhead.addressField(recipient);
        String customer = order.customer().name();
        return recipient.company().equals(customer) ? field : customer + "\n" + wording.text("care-of", field);
    }

    private List<KeyValues.Entry> facts() {
        List<KeyValues.Entry> facts = new ArrayList<>();
        facts.add(fact(words.number(invoice)));
        facts.add(fact(wording.text("invoice.issued"), wording.date(invoice.issuedOn())));
        facts.add(fact(wording.text("invoice.supplied"), wording.date(invoice.purchasedOn())));
        words.corrected(invoice).ifPresent(of -> facts.add(fact(of)));
        invoice.dueOn().ifPresent(due -> facts.add(fact(wording.text("invoice.due"), wording.date(due))));
        facts.addAll(letterhead.orderFacts(invoice.orderId(), order, INVOICE));
        facts.add(fact(wording.text("delivery-note.number"), invoice.deliveryNoteNumber()));
        return facts;
    }

    private List<Element> content() {
        List<Element> content = Look.opening(wording, words.introduction(invoice));
        content.addAll(new LineTable(wording, lineWording)
                .of(invoice.lines(), invoice.periods(), invoice.totals(), order.currency()));
        new TaxWording(wording)
                .reason(invoice.totals().tax(), seller, order.customer())
                .ifPresent(reason -> {
                    content.add(new Gap(8));
                    content.add(new Paragraph(body(reason)));
                });
        content.add(new Gap(16));
        content.add(letterhead.heading(
                wording.text(invoice.isCancellation() ? "cancellation.settlement" : "invoice.payment")));
        content.add(new Gap(3));
        content.add(invoice.isCancellation() ? new Paragraph(body(words.terms(invoice))) : payment());
        if (isAddressedElsewhere()) addBuyer(content);
        return content;
    }

    /** How to pay, in words and, where there is one, as a code. */
    private Element payment() {
        List<Element> text = List.of(
                new Paragraph(body(words.terms(invoice))),
                new Gap(4),
                new KeyValues(ACCOUNT_NAMES, Align.LEFT, 0, account()));
        Column code = GiroCode.of(invoice, seller)
                .map(giroCode -> new Column(
                        CODE,
                        Sign.of(giroCode, wording.text("invoice.code.alternative")),
                        new Gap(2),
                        new Paragraph(new Text(wording.text("invoice.code"), Look.FOOT))))
                .orElse(new Column(CODE));
        return new Columns(new Column(Paper.WIDTH - CODE, text), code);
    }

    private List<KeyValues.Entry> account() {
        Seller.BankAccount account = seller.bankAccount();
        return List.of(
                fact(wording.text("invoice.account-holder"), seller.name()),
                fact("IBAN", Iban.grouped(account.iban())),
                fact("BIC", account.bic()),
                fact(wording.text("invoice.bank"), account.bank()));
    }

    private boolean isAddressedElsewhere() {
        Customer customer = order.customer();
        Recipient recipient = invoice.recipient();
        return !recipient.company().equals(customer.name())
                || !recipient.address().equals(customer.address());
    }

    private void addBuyer(List<Element> content) {
        Customer customer = order.customer();
        String address =
                wording.address(customer.address(), letterhead.homeCountry()).replace("\n", ", ");
        content.add(new Gap(16));
        content.add(letterhead.heading(wording.text("invoice.buyer")));
        content.add(new Gap(3));
        content.add(new Paragraph(body(customer.name() + ", " + address)));
    }
}
