package afterorder.aws;

import afterorder.order.row.RowKey;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The engagements of a team, those first that have been its own for longest. The index lags: who reads a row may find it
 * otherwise.
 */
public final class TeamRows {
    private final IndexPages pages;

    public TeamRows(DynamoDbClient dynamoDb, String table) {
        this.pages = new IndexPages(dynamoDb, table, "team", Items.TEAM, Items.SINCE);
    }

    /**
     * Some of them.
     *
     * @param team its key in the settings
     * @param after the {@code next} of an earlier page
     * @throws IllegalArgumentException when it is none
     */
    public RowPage page(String team, Optional<String> after, int most) {
        return pages.page(team, after, most);
    }

    /** All that became the team's then or later; read as they are asked for, a page at a time. */
    public Stream<RowKey> since(String team, Instant since) {
        return pages.from(team, Items.sortable(since));
    }
}
