package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.scheduling.Form.Option;
import afterorder.scheduling.PageContent.TableRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of the list shows. @param next where the next page is; absent when there is none */
public record ListContent(
        PageTexts texts,
        Filter filter,
        List<String> columns,
        List<TableRow> rows,
        @Nullable String next) {

    /** @param team the one that is chosen, or nothing @param status as well */
    public record Filter(List<Option> teams, String team, List<Option> statuses, String status, boolean isOverdue) {}
}
