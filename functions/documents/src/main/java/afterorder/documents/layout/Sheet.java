package afterorder.documents.layout;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A whole document, ready to be drawn.
 *
 * @param created the time that the file bears
 * @param frames what stands above the content of the first page, in the order in which it is read
 * @param runningHead at the top of every page but the first
 * @param foot at the bottom of every page
 * @param pageLabel used when there is more than one page
 * @param attachments files that it carries
 */
public record Sheet(
        String title,
        String author,
        Locale language,
        ZonedDateTime created,
        List<Frame> frames,
        List<Element> body,
        List<Element> runningHead,
        List<Element> foot,
        PageLabel pageLabel,
        List<Attachment> attachments) {

    /** How page 2 of 3 calls itself. */
    public interface PageLabel {
        Text of(int page, int pages);
    }

    public Sheet with(List<Attachment> others) {
        return new Sheet(title, author, language, created, frames, body, runningHead, foot, pageLabel, others);
    }
}
