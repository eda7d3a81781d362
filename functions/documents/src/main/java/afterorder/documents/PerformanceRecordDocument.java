package afterorder.documents;

import static afterorder.documents.Look.body;
import static afterorder.documents.Look.fact;
import static afterorder.order.DocumentKind.PERFORMANCE_RECORD;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Columns;
import afterorder.documents.layout.Element.Columns.Column;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Element.Table;
import afterorder.documents.layout.Element.Table.Row;
import afterorder.documents.layout.Element.Table.TableColumn;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Sheet;
import afterorder.documents.layout.Text;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Line;
import afterorder.order.service.PerformanceEntry;
import afterorder.order.service.PerformanceRecord;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The performance record: who worked when, for how long, on what, to the minute (S26). */
final class PerformanceRecordDocument {
    private static final float QUANTITY = 90;
    private static final float DATE = 68;
    private static final float TIME = 40;
    private static final float WHO = 98;
    private static final float DURATION = 54;
    private static final float TOTAL = 160;

    private final PerformanceRecord record;
    private final Wording wording;
    private final LineWording lineWording;
    private final Letterhead letterhead;
    private final DateTimeFormatter zoneOfTime;

    PerformanceRecordDocument(Seller seller, Catalog catalog, PerformanceRecord record) {
        this.record = record;
        this.wording = new Wording(record.language());
        this.lineWording = new LineWording(catalog, record.language(), wording);
        this.letterhead = new Letterhead(seller, wording);
        this.zoneOfTime = DateTimeFormatter.ofPattern("zzz", wording.locale());
    }

    Sheet sheet() {
        List<KeyValues.Entry> facts = new ArrayList<>();
        facts.add(fact(wording.text("performance-record.number"), record.number()));
        facts.add(fact(wording.text("order.date"), wording.date(record.issuedOn())));
        facts.addAll(letterhead.orderFacts(record.orderId(), record.order(), PERFORMANCE_RECORD));
        facts.add(fact(wording.text("team"), record.team()));
        return letterhead.sheet(
                wording.text("performance-record.title") + " " + record.number(),
                record.issuedOn(),
                letterhead.addressField(record.recipient()),
                facts,
                content());
    }

    private List<Element> content() {
        List<Element> content = Look.opening(wording, wording.text("performance-record.intro", record.team()));
        content.add(lines());
        content.add(new Gap(16));
        content.add(letterhead.heading(wording.text("performance-record.entries")));
        content.add(new Gap(3));
        content.add(entries());
        content.add(new Gap(6));
        content.add(total());
        content.add(new Gap(8));
        content.add(new Paragraph(
                new Text(wording.text("performance-record.zone", wording.zone(record.zone())), Look.MINOR)));
        content.add(new Gap(8));
        content.add(new Paragraph(body(wording.text("performance-record.sign-off"))));
        return content;
    }

    private Table lines() {
        float description = Paper.WIDTH - LineTable.NUMBER - QUANTITY;
        List<TableColumn> columns = List.of(
                LineTable.column(wording.text("line.number"), LineTable.NUMBER, Align.LEFT),
                LineTable.column(wording.text("line.description"), description, Align.LEFT),
                LineTable.column(wording.text("line.quantity"), QUANTITY, Align.RIGHT));
        return new Table(columns, record.lines().stream().map(this::line).toList());
    }

    private Row line(int number) {
        Line line = record.order().line(number);
        return new Row(List.of(
                List.of(body("" + number)),
                List.of(
                        new Text(lineWording.title(line), Look.STRONG),
                        new Text(lineWording.details(line), Look.MINOR)),
                List.of(body(lineWording.quantity(line)))));
    }

    private Table entries() {
        float what = Paper.WIDTH - DATE - 2 * TIME - WHO - DURATION;
        List<TableColumn> columns = List.of(
                LineTable.column(wording.text("performance-record.date"), DATE, Align.LEFT),
                LineTable.column(wording.text("performance-record.from"), TIME, Align.LEFT),
                LineTable.column(wording.text("performance-record.to"), TIME, Align.LEFT),
                LineTable.column(wording.text("performance-record.by"), WHO, Align.LEFT),
                LineTable.column(wording.text("performance-record.what"), what, Align.LEFT),
                LineTable.column(wording.text("performance-record.duration"), DURATION, Align.RIGHT));
        List<Row> rows = new ArrayList<>();
        List<Duration> sums = new ArrayList<>(List.of(Duration.ZERO));
        for (PerformanceEntry entry : record.entries()) {
            rows.add(row(entry));
            sums.add(sums.getLast().plus(entry.duration()));
        }
        return new Table(columns, rows, done -> carried(sums.get(done)));
    }

    private Row row(PerformanceEntry entry) {
        ZonedDateTime from = entry.from().atZone(record.zone());
        ZonedDateTime to = entry.to().atZone(record.zone());
        boolean isToMidnight = to.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Row(List.of(
                List.of(body(wording.shortDate(from.toLocalDate()))),
                List.of(body(time(from))),
                List.of(body(isToMidnight ? "24:00" : time(to))),
                List.of(body(entry.by().name())),
                List.of(body(entry.what())),
                List.of(body(wording.duration(entry.duration())))));
    }

    /** Where clocks show a time twice, as they are put back, it is said which one is meant. */
    private String time(ZonedDateTime time) {
        String shown = wording.clock(time.toLocalTime());
        boolean isTwice =
                record.zone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
        return isTwice ? shown + " " + zoneOfTime.format(time) : shown;
    }

    private Row carried(Duration sum) {
        Text label = new Text(wording.text("total.carried"), Look.STRONG);
        Text amount = new Text(wording.duration(sum), Look.STRONG);
        return new Row(List.of(List.of(), List.of(), List.of(), List.of(), List.of(label), List.of(amount)));
    }

    private Element total() {
        Text name = new Text(wording.text("performance-record.total"), Look.TOTAL);
        Text sum = new Text(wording.text("duration", wording.duration(record.total())), Look.TOTAL);
        KeyValues total = new KeyValues(TOTAL / 2, Align.RIGHT, 0, List.of(new KeyValues.Entry(name, sum)));
        return new Columns(new Column(Paper.WIDTH - TOTAL), new Column(TOTAL, total));
    }
}
