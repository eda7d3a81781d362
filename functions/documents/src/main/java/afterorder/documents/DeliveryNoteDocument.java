package afterorder.documents;

import static afterorder.documents.Look.body;
import static afterorder.documents.Look.fact;
import static afterorder.order.DocumentKind.DELIVERY_NOTE;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Element.Table;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Sheet;
import afterorder.documents.layout.Text;
import afterorder.documents.layout.Text.Breaking;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.purchase.Entitlement;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The delivery note: each license with its SEN and key, or with its site, both kinds in one note (S48 to S52). */
final class DeliveryNoteDocument {
    private final DeliveryNote note;
    private final Order order;
    private final Wording wording;
    private final LineWording lineWording;
    private final Letterhead letterhead;

    DeliveryNoteDocument(Seller seller, Catalog catalog, DeliveryNote note) {
        this.note = note;
        this.order = note.order();
        this.wording = new Wording(note.language());
        this.lineWording = new LineWording(catalog, note.language(), wording);
        this.letterhead = new Letterhead(seller, wording);
    }

    Sheet sheet() {
        List<KeyValues.Entry> facts = new ArrayList<>();
        facts.add(fact(wording.text("delivery-note.number"), note.number()));
        facts.add(fact(wording.text("delivery-note.issued"), wording.date(note.issuedOn())));
        facts.add(fact(wording.text("invoice.title"), note.invoiceNumber()));
        facts.addAll(letterhead.orderFacts(note.orderId(), order, DELIVERY_NOTE));
        return letterhead.sheet(
                wording.text("delivery-note.title") + " " + note.number(),
                note.issuedOn(),
                letterhead.addressField(note.recipient()),
                facts,
                content());
    }

    private List<Element> content() {
        List<Element> content =
                Look.opening(wording, wording.text("delivery-note.intro", wording.date(note.purchasedOn())));
        content.add(
                new Table(columns(), note.entitlements().stream().map(this::row).toList()));
        if (note.entitlements().stream().anyMatch(entitlement -> entitlement.key() != null)) {
            content.add(new Gap(8));
            content.add(new Paragraph(new Text(wording.text("delivery-note.secret"), Look.MINOR)));
        }
        return content;
    }

    private List<Table.TableColumn> columns() {
        return List.of(
                LineTable.column(wording.text("line.number"), LineTable.NUMBER, Align.LEFT),
                LineTable.column(wording.text("delivery-note.license"), Paper.WIDTH - LineTable.NUMBER, Align.LEFT));
    }

    private Table.Row row(Entitlement entitlement) {
        return new Table.Row(List.of(List.of(body("" + entitlement.line())), license(entitlement)));
    }

    private List<Text> license(Entitlement entitlement) {
        LicenseLine line = licenseLine(entitlement);
        List<Text> texts = new ArrayList<>();
        texts.add(new Text(lineWording.title(line), Look.STRONG));
        texts.add(new Text(lineWording.license(line, entitlement), Look.MINOR));
        switch (line.deployment()) {
            case DATA_CENTER -> {
                texts.add(new Text(wording.text("delivery-note.key"), Look.MINOR));
                texts.add(new Text(key(entitlement), Look.KEY, Breaking.ANYWHERE));
            }
            case CLOUD -> texts.add(body(productive(line, entitlement)));
        }
        return texts;
    }

    /** The order of a renewal names no site, and the vendor may not either. */
    private String productive(LicenseLine line, Entitlement entitlement) {
        return Stream.of(entitlement.site(), line.site())
                .filter(Objects::nonNull)
                .findFirst()
                .map(site -> wording.text("delivery-note.site", site))
                .orElseGet(() -> wording.text("delivery-note.site.unnamed"));
    }

    /** A note without the key would be wrong: better none until the vendor gave it. */
    private String key(Entitlement entitlement) {
        if (entitlement.key() != null) return entitlement.key();
        throw new IllegalArgumentException("no key for line " + entitlement.line() + " of " + note.orderId());
    }

    private LicenseLine licenseLine(Entitlement entitlement) {
        if (order.line(entitlement.line()) instanceof LicenseLine line) return line;
        throw new IllegalArgumentException("line " + entitlement.line() + " of " + note.orderId() + " is no license");
    }
}
