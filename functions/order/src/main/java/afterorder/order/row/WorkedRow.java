package afterorder.order.row;

import java.time.Instant;

/** A row that has work to do: an order's, or a purchase's. */
public interface WorkedRow extends Row {

    Progress progress();

    WorkedRow withProgress(Progress progress);

    /** What {@code due-work} does about this row. */
    Overdue<? extends WorkedRow> overdue(Instant now);
}
