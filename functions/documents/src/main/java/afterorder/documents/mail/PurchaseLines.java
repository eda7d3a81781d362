package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.OrderedLine;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.settings.Catalog;
import java.util.Map;
import java.util.SortedMap;

/** The license lines of a purchase as a mail lists them: without prices, and of very many the first only. */
final class PurchaseLines {
    private static final int MOST = 50;

    private final SortedMap<Integer, LicenseLine> lines;
    private final LineWording words;
    private final Wording wording;

    /** @param lines by the order's line numbers */
    PurchaseLines(SortedMap<Integer, LicenseLine> lines, Catalog catalog, Language language, Wording wording) {
        this.lines = lines;
        this.words = new LineWording(catalog, language, wording);
        this.wording = wording;
    }

    Draft into(Draft draft) {
        return draft.lines(
                title(), lines.entrySet().stream().limit(MOST).map(this::line).toList());
    }

    private String title() {
        int more = lines.size() - MOST;
        return more <= 0
                ? wording.text("mail.licenses")
                : wording.text("mail.licenses.first", wording.number(MOST), wording.number(more));
    }

    private OrderedLine line(Map.Entry<Integer, LicenseLine> numbered) {
        LicenseLine line = numbered.getValue();
        String quantity = wording.text("mail.quantity", words.quantity(line));
        return new OrderedLine(numbered.getKey(), words.title(line), words.details(line), quantity, "");
    }
}
