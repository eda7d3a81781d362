package afterorder.documents;

import static afterorder.documents.Look.fact;
import static afterorder.documents.layout.Paper.MILLIMETER;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Columns;
import afterorder.documents.layout.Element.Columns.Column;
import afterorder.documents.layout.Element.Figure;
import afterorder.documents.layout.Element.Fitted;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.Heading;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Face;
import afterorder.documents.layout.Frame;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Sheet;
import afterorder.documents.layout.Style;
import afterorder.documents.layout.Text;
import afterorder.documents.layout.Tone;
import afterorder.documents.wording.SellerWording;
import afterorder.documents.wording.Wording;
import afterorder.order.DocumentKind;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import afterorder.order.settings.Seller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The seller's paper: its name at the top, address field and facts, and at the bottom what Par. 35a GmbHG demands. */
final class Letterhead {
    private static final float TEXT_LEFT = 25 * MILLIMETER;
    private static final float NAME_TOP = 18 * MILLIMETER;
    private static final float NAME_WIDTH = 95 * MILLIMETER;
    private static final float LOGO_TOP = 15 * MILLIMETER;
    private static final float ADDRESS_WIDTH = 80 * MILLIMETER;
    private static final float ADDRESS_HEIGHT = 45 * MILLIMETER;
    /** Where in its field the address begins, with ours above it, if it has no more than six lines. */
    private static final float ADDRESS_TOP = 13 * MILLIMETER;

    private static final float FACT_NAME = 29 * MILLIMETER;

    private final Seller seller;
    private final Wording wording;
    private final SellerWording sellerWording;
    private final Tone accent;

    Letterhead(Seller seller, Wording wording) {
        this.seller = seller;
        this.wording = wording;
        this.sellerWording = new SellerWording(seller, wording);
        this.accent = Sign.tone(seller.brand().accent());
    }

    /**
     * @param title the kind of document in the order's language, with its number
     * @param addressField the lines of the address
     * @param facts numbers and dates, beside the address
     */
    Sheet sheet(
            String title, LocalDate issuedOn, String addressField, List<KeyValues.Entry> facts, List<Element> content) {
        List<Element> body = new ArrayList<>();
        body.add(new Heading(1, new Text(title, Look.TITLE)));
        body.add(new Gap(12));
        body.addAll(content);
        return new Sheet(
                title,
                seller.name(),
                wording.locale(),
                issuedOn.atStartOfDay(seller.zone()),
                frames(addressField, facts),
                body,
                runningHead(title),
                List.of(foot()),
                (page, pages) -> new Text(wording.text("page", page, pages), Look.FOOT),
                List.of());
    }

    Heading heading(String title) {
        return new Heading(2, new Text(title, new Style(Face.BOLD, 10.5f, accent)));
    }

    private List<Frame> frames(String addressField, List<KeyValues.Entry> facts) {
        List<Frame> frames = new ArrayList<>();
        Text name = new Text(seller.name(), new Style(Face.BOLD, 16, accent));
        frames.add(new Frame(TEXT_LEFT, NAME_TOP, NAME_WIDTH, List.of(new Paragraph(name))));
        if (seller.brand().logo() != null) {
            Figure logo = Sign.of(seller.brand().logo());
            frames.add(new Frame(TEXT_LEFT + Paper.WIDTH - logo.width(), LOGO_TOP, logo.width(), List.of(logo)));
        }
        frames.add(address(addressField));
        frames.add(information(facts));
        return frames;
    }

    /** Fits a window of 45 x 90 mm; our own address above the customer's is where the letter goes if it finds nobody. */
    private Frame address(String addressField) {
        Text sender = new Text(returnAddress(), Look.SENDER);
        Fitted lines = new Fitted(ADDRESS_HEIGHT, ADDRESS_TOP, List.of(sender, new Text(addressField, Look.ADDRESS)));
        return new Frame(TEXT_LEFT, 45 * MILLIMETER, ADDRESS_WIDTH, List.of(lines));
    }

    private Frame information(List<KeyValues.Entry> facts) {
        List<KeyValues.Entry> all = new ArrayList<>(facts);
        all.add(fact(wording.text("contact.telephone"), seller.telephone()));
        all.add(fact(wording.text("contact.email"), seller.email().address()));
        List<KeyValues.Entry> small = all.stream()
                .map(entry -> new KeyValues.Entry(
                        new Text(entry.name().content(), Look.MINOR),
                        new Text(entry.value().content(), Look.INFORMATION)))
                .toList();
        return new Frame(
                125 * MILLIMETER,
                50 * MILLIMETER,
                65 * MILLIMETER,
                List.of(new KeyValues(FACT_NAME, Align.LEFT, 0, small)));
    }

    /** The facts about the order that each document names. */
    List<KeyValues.Entry> orderFacts(OrderId id, Order order, DocumentKind kind) {
        List<KeyValues.Entry> facts = new ArrayList<>();
        facts.add(fact(wording.text("order"), id.value()));
        order.customerOrderNumber().ifPresent(own -> facts.add(fact(wording.text("customer.order-number"), own)));
        order.reference(kind).ifPresent(own -> facts.add(fact(wording.text("customer.reference"), own)));
        facts.add(fact(wording.text("customer.number"), order.customer().number()));
        if (order.customer().vatId() != null) {
            facts.add(fact(wording.text("customer.vat-id"), order.customer().vatId()));
        }
        return facts;
    }

    String addressField(Recipient recipient) {
        return Stream.of(
                        recipient.company(),
                        recipient.department(),
                        recipient.attention(),
                        wording.address(recipient.address(), homeCountry()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    String homeCountry() {
        return seller.address().country();
    }

    private String returnAddress() {
        return "%s · %s · %s %s"
                .formatted(
                        seller.name(),
                        seller.address().street(),
                        seller.address().postalCode(),
                        seller.address().city());
    }

    private List<Element> runningHead(String title) {
        Text name = new Text(seller.name(), Look.STRONG.in(accent));
        Paragraph right = new Paragraph(Align.RIGHT, List.of(new Text(title, Look.MINOR)));
        return List.of(
                new Columns(new Column(Paper.WIDTH / 2, new Paragraph(name)), new Column(Paper.WIDTH / 2, right)));
    }

    private Element foot() {
        float width = Paper.WIDTH / 4;
        Seller.BankAccount account = seller.bankAccount();
        return new Columns(
                footColumn(width, seller.name(), sellerWording.address()),
                footColumn(width, sellerWording.telephone(), seller.email().address(), seller.website()),
                footColumn(width, sellerWording.seat(), sellerWording.register(), sellerWording.directors()),
                footColumn(
                        width,
                        account.bank(),
                        wording.text("seller.iban", Iban.grouped(account.iban())),
                        wording.text("seller.bic", account.bic()),
                        wording.text("seller.vat-id", seller.vatId()),
                        wording.text("seller.tax-number", seller.taxNumber())));
    }

    private static Column footColumn(float width, String... lines) {
        return new Column(width, new Paragraph(new Text(String.join("\n", lines), Look.FOOT)));
    }
}
