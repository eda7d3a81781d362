package afterorder.documents;

import static afterorder.documents.Look.body;
import static afterorder.documents.Look.fact;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.Heading;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Sheet;
import afterorder.documents.layout.Text;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.ServiceLine;
import afterorder.order.TechnicalContact;
import afterorder.order.billing.Totals;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The order confirmation: every line as ordered (S4), and what happens next in each branch (S10). */
final class ConfirmationDocument {
    private static final float NAME = 132;

    private final Seller seller;
    private final OrderConfirmation confirmation;
    private final Order order;
    private final Wording wording;
    private final LineWording lineWording;

    ConfirmationDocument(Seller seller, Catalog catalog, OrderConfirmation confirmation) {
        this.seller = seller;
        this.confirmation = confirmation;
        this.order = confirmation.order();
        this.wording = new Wording(order.language());
        this.lineWording = new LineWording(catalog, order.language(), wording);
    }

    Sheet sheet() {
        Letterhead letterhead = new Letterhead(seller, wording);
        List<KeyValues.Entry> facts = new ArrayList<>();
        facts.add(fact(wording.text("confirmation.number"), confirmation.number()));
        facts.add(fact(wording.text("order.date"), wording.date(confirmation.issuedOn())));
        facts.addAll(letterhead.orderFacts(confirmation.orderId(), order));
        return letterhead.sheet(
                wording.text("confirmation.title"),
                confirmation.number(),
                confirmation.issuedOn(),
                letterhead.addressField(confirmation.recipient()),
                facts,
                content());
    }

    private List<Element> content() {
        List<Element> content = new ArrayList<>();
        content.add(new Paragraph(body(wording.text("greeting"))));
        content.add(new Gap(4));
        content.add(new Paragraph(body(wording.text("confirmation.intro"))));
        content.add(new Gap(8));
        content.addAll(new LineTable(wording, lineWording).of(numberedLines(), totals(), order.currency()));
        addSection(content, "confirmation.purchases", purchases());
        addSection(content, "confirmation.next", nextSteps());
        return content;
    }

    private SortedMap<Integer, Line> numberedLines() {
        SortedMap<Integer, Line> lines = new TreeMap<>();
        for (int number = 1; number <= order.lines().size(); number++) lines.put(number, order.line(number));
        return lines;
    }

    private Totals totals() {
        return Totals.of(order.lines(), seller.vatPercent(), order.currency());
    }

    private void addSection(List<Element> content, String heading, List<KeyValues.Entry> entries) {
        if (entries.isEmpty()) return;
        content.add(new Gap(16));
        content.add(new Heading(new Text(wording.text(heading), Look.HEADING)));
        content.add(new Gap(3));
        for (KeyValues.Entry entry : entries) {
            content.add(new KeyValues(NAME, Align.LEFT, List.of(entry)));
            content.add(new Gap(3));
        }
    }

    private List<KeyValues.Entry> purchases() {
        List<KeyValues.Entry> entries = new ArrayList<>();
        for (PlannedPurchase purchase : confirmation.purchases()) entries.add(purchase(purchase));
        if (order.technicalContact() != null && !entries.isEmpty()) entries.add(contact(order.technicalContact()));
        return entries;
    }

    private KeyValues.Entry purchase(PlannedPurchase purchase) {
        String name = purchase.lines().size() == 1 ? "confirmation.positions.one" : "confirmation.positions";
        String when = purchase.atOnce()
                ? wording.text("confirmation.purchase.at-once")
                : wording.text("confirmation.purchase.on", wording.date(purchase.on()));
        return fact(wording.text(name, LineWording.numbers(purchase.lines())), when);
    }

    private KeyValues.Entry contact(TechnicalContact contact) {
        String account =
                contact.atlassianAccount() ? "confirmation.contact.account" : "confirmation.contact.no-account";
        return fact(
                wording.text("confirmation.contact"),
                contact.name() + ", " + contact.email() + "\n" + wording.text(account));
    }

    private List<KeyValues.Entry> nextSteps() {
        List<KeyValues.Entry> steps = new ArrayList<>();
        if (order.lines().stream().anyMatch(LicenseLine.class::isInstance)) {
            steps.add(step("confirmation.next.licenses.name", "confirmation.next.licenses"));
        }
        if (order.lines().stream().anyMatch(ServiceLine.class::isInstance)) {
            steps.add(step(
                    "confirmation.next.services.name",
                    order.commissioned()
                            ? "confirmation.next.services"
                            : "confirmation.next.services.not-commissioned"));
        }
        return steps;
    }

    private KeyValues.Entry step(String name, String text) {
        return fact(wording.text(name), wording.text(text));
    }
}
