package afterorder.order.row;

import afterorder.order.notice.Notice;
import java.time.Instant;

/** A row that has work to do: an order's, a purchase's, a correction's, an engagement's, or that of a customer's exports. */
public interface WorkedRow extends Row {

    Progress progress();

    WorkedRow withProgress(Progress progress);

    /** Whether what that notice tells was settled while it waited, so that a mail would only confuse. */
    default boolean hasSettled(Notice notice) {
        return notice instanceof Notice.Parked parking && !progress().isParkedFor(parking.reason());
    }

    /** What {@code due-work} does about this row. */
    Overdue<? extends WorkedRow> overdue(Instant now);
}
