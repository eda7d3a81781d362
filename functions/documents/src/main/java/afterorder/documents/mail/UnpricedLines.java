package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.OrderedLine;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.ServiceLine;
import afterorder.order.settings.Catalog;
import java.util.Map;
import java.util.SortedMap;

/** The lines of a purchase or an engagement as a mail lists them: without prices, and of very many the first only. */
final class UnpricedLines {
    private static final int MOST = 50;

    private final SortedMap<Integer, ? extends Line> lines;
    private final String kind;
    private final LineWording words;
    private final Wording wording;

    private UnpricedLines(
            SortedMap<Integer, ? extends Line> lines,
            String kind,
            Catalog catalog,
            Language language,
            Wording wording) {
        this.lines = lines;
        this.kind = kind;
        this.words = new LineWording(catalog, language, wording);
        this.wording = wording;
    }

    /** @param lines by the order's line numbers */
    static UnpricedLines licenses(
            SortedMap<Integer, LicenseLine> lines, Catalog catalog, Language language, Wording wording) {
        return new UnpricedLines(lines, "mail.licenses", catalog, language, wording);
    }

    /** @param lines by the order's line numbers */
    static UnpricedLines services(
            SortedMap<Integer, ServiceLine> lines, Catalog catalog, Language language, Wording wording) {
        return new UnpricedLines(lines, "mail.services", catalog, language, wording);
    }

    Draft into(Draft draft) {
        return draft.lines(
                title(), lines.entrySet().stream().limit(MOST).map(this::line).toList());
    }

    private String title() {
        int more = lines.size() - MOST;
        return more <= 0
                ? wording.text(kind)
                : wording.text(kind + ".first", wording.number(MOST), wording.number(more));
    }

    private OrderedLine line(Map.Entry<Integer, ? extends Line> numbered) {
        Line line = numbered.getValue();
        String quantity = wording.text(kind + ".quantity", words.quantity(line));
        return new OrderedLine(numbered.getKey(), words.title(line), words.details(line), quantity, "");
    }
}
