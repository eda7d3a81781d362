package afterorder.desk;

import afterorder.documents.page.PageTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a task shows.
 *
 * @param done what has been achieved; absent while something is missing
 * @param alert what was wrong with what was sent; absent when nothing was
 * @param form absent when nothing can be entered any more
 */
public record PageContent(
        PageTexts texts,
        String title,
        @Nullable String done,
        @Nullable String alert,
        List<Fact> facts,
        List<Item> items,
        int moreItems,
        @Nullable Form form) {

    public record Fact(String name, String value, boolean isUrgent) {}

    /** A line to be bought. @param keys how far its keys are entered; empty where it has none */
    public record Item(int number, String title, String details, String quantity, String keys) {}

    /**
     * The form.
     *
     * @param asksOrder whether it asks for more than the contact's account
     * @param orderError what was wrong with the vendor's order, or nothing
     * @param entered the SENs that are in
     * @param unlisted how many further licenses the next page asks for
     */
    public record Form(
            boolean asksOrder,
            String vendorOrder,
            String orderError,
            List<Choice> accounts,
            List<KeyRow> rows,
            List<String> entered,
            int unlisted) {}

    public record Choice(String code, String label, boolean isChosen) {}

    /**
     * One license to be entered.
     *
     * @param index of the row on the page
     * @param given the SEN as the order names it, or nothing
     * @param error what was wrong, or nothing
     */
    public record KeyRow(
            int index,
            int line,
            String label,
            String given,
            String sen,
            boolean isSenWrong,
            boolean isKeyWrong,
            String error) {}
}
