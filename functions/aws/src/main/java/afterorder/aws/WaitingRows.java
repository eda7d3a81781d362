package afterorder.aws;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rows that wait for staff, the longest first, in pages. The index lags: who reads a row may find it settled. */
public final class WaitingRows {
    private final IndexPages pages;

    public WaitingRows(DynamoDbClient dynamoDb, String table) {
        this.pages = new IndexPages(dynamoDb, table, "waiting", Items.WAITING_KIND, Items.WAITING_SINCE);
    }

    /**
     * What is parked.
     *
     * @param after the {@code next} of an earlier page
     * @throws IllegalArgumentException when it is none
     */
    public RowPage parked(Optional<String> after, int most) {
        return pages.page(Items.PARKED, after, most);
    }

    /** What the desk has to buy; the parameters as above. */
    public RowPage awaitingDesk(Optional<String> after, int most) {
        return pages.page(Items.DESK, after, most);
    }
}
