package afterorder.documents.mail;

import afterorder.documents.wording.Fact;
import java.net.URI;
import java.util.List;

/**
 * What a mail says, before it becomes text and HTML.
 *
 * @param facts numbers and dates, by their names
 * @param steps what the reader should do
 * @param lines of the order, under their title; empty when the mail names none
 * @param notes what else there is to say, after the lines
 * @param letterhead the seller's data (Par. 35a GmbHG holds for mails too)
 */
public record MailContent(
        String language,
        String title,
        String greeting,
        String introduction,
        List<Fact> facts,
        List<Link> links,
        List<Fact> steps,
        String linesTitle,
        List<OrderedLine> lines,
        List<Fact> totals,
        List<Fact> notes,
        String closing,
        String sender,
        List<String> letterhead) {

    public record Link(String label, URI address) {}

    /** A line of the order. @param amount empty where the mail names no prices */
    public record OrderedLine(int number, String title, String details, String quantityAndPrice, String amount) {}

    MailContent withoutLines(String instead) {
        return new MailContent(
                language,
                title,
                greeting,
                introduction + " " + instead,
                facts,
                links,
                steps,
                linesTitle,
                List.of(),
                totals,
                notes,
                closing,
                sender,
                letterhead);
    }
}
