package afterorder.documents;

import static afterorder.documents.Look.body;
import static afterorder.documents.Look.fact;
import static afterorder.order.DocumentKind.CONFIRMATION;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Sheet;
import afterorder.documents.wording.ConfirmationWording;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.billing.Totals;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The order confirmation: every line as ordered (S4), and what happens next in each branch (S10). */
final class ConfirmationDocument {
    private final Seller seller;
    private final OrderConfirmation confirmation;
    private final Order order;
    private final Wording wording;
    private final LineWording lineWording;
    private final Letterhead letterhead;

    ConfirmationDocument(Seller seller, Catalog catalog, OrderConfirmation confirmation) {
        this.seller = seller;
        this.confirmation = confirmation;
        this.order = confirmation.order();
        this.wording = new Wording(confirmation.language());
        this.lineWording = new LineWording(catalog, confirmation.language(), wording);
        this.letterhead = new Letterhead(seller, wording);
    }

    Sheet sheet() {
        List<KeyValues.Entry> facts = new ArrayList<>();
        facts.add(fact(wording.text("confirmation.number"), confirmation.number()));
        facts.add(fact(wording.text("order.date"), wording.date(confirmation.issuedOn())));
        confirmation
                .replaces()
                .ifPresent(replaced -> facts.add(fact(wording.text("confirmation.replaces"), replaced.number())));
        facts.addAll(letterhead.orderFacts(confirmation.orderId(), order, CONFIRMATION));
        return letterhead.sheet(
                wording.text("confirmation.title") + " " + confirmation.number(),
                confirmation.issuedOn(),
                letterhead.addressField(confirmation.recipient()),
                facts,
                content());
    }

    private List<Element> content() {
        List<Element> content = Look.opening(wording, new ConfirmationWording(confirmation, wording).introduction());
        content.addAll(new LineTable(wording, lineWording).of(numberedLines(), Map.of(), totals(), order.currency()));
        ConfirmationWording confirmationWording = new ConfirmationWording(confirmation, wording);
        confirmationWording.tax(totals().tax()).ifPresent(tax -> {
            content.add(new Gap(8));
            content.add(new Paragraph(body(tax)));
        });
        addSection(content, "confirmation.purchases", confirmationWording.purchases());
        addSection(content, "confirmation.next", confirmationWording.nextSteps(seller.email()));
        return content;
    }

    private SortedMap<Integer, Line> numberedLines() {
        SortedMap<Integer, Line> lines = new TreeMap<>();
        for (int number = 1; number <= order.lines().size(); number++) lines.put(number, order.line(number));
        return lines;
    }

    private Totals totals() {
        return Totals.of(order.lines(), Tax.of(order.customer(), seller.vatPercent()), order.currency());
    }

    private void addSection(List<Element> content, String heading, List<Fact> facts) {
        if (facts.isEmpty()) return;
        content.add(new Gap(16));
        content.add(letterhead.heading(wording.text(heading)));
        content.add(new Gap(3));
        content.add(new KeyValues(
                Look.NAMES,
                Align.LEFT,
                3,
                facts.stream().map(fact -> fact(fact.name(), fact.value())).toList()));
    }
}
