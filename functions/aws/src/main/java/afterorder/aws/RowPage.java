package afterorder.aws;

import afterorder.order.row.RowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the rows of a list. @param next where the page after this one begins; absent when there is none */
public record RowPage(List<RowKey> rows, @Nullable String next) {
    public RowPage {
        rows = List.copyOf(rows);
    }
}
