package afterorder.documents;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Columns;
import afterorder.documents.layout.Element.Columns.Column;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Table;
import afterorder.documents.layout.Element.Table.Row;
import afterorder.documents.layout.Element.Table.TableColumn;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Text;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.TaxWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Line;
import afterorder.order.Money;
import afterorder.order.billing.Period;
import afterorder.order.billing.Totals;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of an order with their prices, and the totals beneath. */
final class LineTable {
    /** How wide the column of line numbers is, in points. */
    static final float NUMBER = 30;

    private static final float QUANTITY = 58;
    private static final float PRICE = 74;
    private static final float TOTALS = 230;

    private final Wording wording;
    private final LineWording lineWording;

    LineTable(Wording wording, LineWording lineWording) {
        this.wording = wording;
        this.lineWording = lineWording;
    }

    /**
     * @param lines by their numbers, in the order in which they stand
     * @param periods how long what was sold runs, by the same numbers, where that is known
     */
    List<Element> of(
            Map<Integer, ? extends Line> lines, Map<Integer, Period> periods, Totals totals, Currency currency) {
        List<Row> rows = new ArrayList<>();
        List<Money> sums = new ArrayList<>(List.of(Money.zero(currency)));
        lines.forEach((number, line) -> {
            rows.add(row(number, line, periods.get(number), currency));
            sums.add(sums.getLast().plus(line.net(currency)));
        });
        return List.of(new Table(columns(), rows, done -> carried(sums.get(done))), new Gap(6), totals(totals));
    }

    private Row carried(Money sum) {
        Text label = new Text(wording.text("total.carried"), Look.STRONG);
        Text amount = new Text(wording.amount(sum), Look.STRONG);
        return new Row(List.of(List.of(), List.of(label), List.of(), List.of(), List.of(amount)));
    }

    static TableColumn column(String title, float width, Align align) {
        return new TableColumn(new Text(title, Look.MINOR), width, align);
    }

    private List<TableColumn> columns() {
        float description = Paper.WIDTH - NUMBER - QUANTITY - 2 * PRICE;
        return List.of(
                column(wording.text("line.number"), NUMBER, Align.LEFT),
                column(wording.text("line.description"), description, Align.LEFT),
                column(wording.text("line.quantity"), QUANTITY, Align.RIGHT),
                column(wording.text("line.unit-price"), PRICE, Align.RIGHT),
                column(wording.text("line.amount"), PRICE, Align.RIGHT));
    }

    private Row row(int number, Line line, @Nullable Period period, Currency currency) {
        return new Row(List.of(
                List.of(Look.body("" + number)),
                List.of(
                        new Text(lineWording.title(line), Look.STRONG),
                        new Text(lineWording.details(line, period), Look.MINOR)),
                List.of(Look.body(lineWording.quantity(line))),
                List.of(Look.body(lineWording.unitPrice(line, currency))),
                List.of(Look.body(lineWording.amount(line, currency)))));
    }

    private Element totals(Totals totals) {
        float left = Paper.WIDTH - TOTALS;
        List<Fact> facts = new TaxWording(wording).totals(totals);
        List<KeyValues.Entry> amounts =
                List.of(Look.fact(facts.get(0)), Look.fact(facts.get(1)), total(totals.gross()));
        return new Columns(new Column(left), new Column(TOTALS, new KeyValues(TOTALS - 110, Align.RIGHT, 0, amounts)));
    }

    private KeyValues.Entry total(Money gross) {
        return new KeyValues.Entry(
                new Text(wording.text("total.gross"), Look.TOTAL), new Text(wording.amount(gross), Look.TOTAL));
    }
}
