package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page about engagements shows.
 *
 * @param done what has been achieved with what was sent; absent when nothing was
 * @param alerts what was wrong with what was sent
 */
public record PageContent(
        PageTexts texts,
        String title,
        @Nullable String done,
        List<String> alerts,
        List<Fact> facts,
        List<Section> sections) {

    public record Fact(String name, String value, boolean isUrgent) {}

    /** @param table absent where there is none */
    public record Section(
            String title, List<String> paragraphs, @Nullable Table table, List<Form> forms) {

        static Section of(String title, List<Form> forms) {
            return new Section(title, List.of(), null, forms);
        }

        static Section of(String title, Table table) {
            return new Section(title, List.of(), table, List.of());
        }
    }

    /** @param columns their headings */
    public record Table(List<String> columns, List<TableRow> rows) {}

    /** @param link of the first cell; absent where there is none */
    public record TableRow(
            List<String> cells, boolean isUrgent, @Nullable String link) {
        static TableRow of(String... cells) {
            return new TableRow(List.of(cells), false, null);
        }
    }
}
