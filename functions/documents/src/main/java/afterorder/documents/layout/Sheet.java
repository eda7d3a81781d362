package afterorder.documents.layout;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A whole document, ready to be drawn.
 *
 * @param created the time that the file bears
 * @param runningHead at the top of every page but the first
 * @param foot at the bottom of every page
 * @param pageLabel used when there is more than one page
 */
public record Sheet(
        String title,
        String author,
        Locale language,
        ZonedDateTime created,
        List<Element> body,
        List<Element> runningHead,
        List<Element> foot,
        PageLabel pageLabel) {

    /** How page 2 of 3 calls itself. */
    public interface PageLabel {
        Text of(int page, int pages);
    }
}
