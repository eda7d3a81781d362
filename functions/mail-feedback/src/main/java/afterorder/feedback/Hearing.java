package afterorder.feedback;

import afterorder.aws.Log;
import afterorder.aws.Metrics;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.OrderId;
import afterorder.order.feedback.Feedback;
import afterorder.order.feedback.FeedbackSteps;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import com.amazonaws.services.lambda.runtime.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one step of a feedback: the rows that it changes are written together, or none is. */
final class Hearing {
    private final Rows rows;
    private final Orders orders;
    private final Metrics metrics;

    Hearing(Rows rows, Orders orders, Metrics metrics) {
        this.rows = rows;
        this.orders = orders;
        this.metrics = metrics;
    }

    void hear(Feedback feedback, Instant now, Context context) {
        RowKey key = feedback.mail().row();
        Optional<List<WorkedRow>> changed = key.isExport() ? export(feedback, now) : order(feedback, now);
        if (changed.isEmpty()) {
            Log.of(context).info(key, "there is no such row any more whose mail could come back");
        } else if (!changed.get().isEmpty()) {
            rows.saveTogether(changed.get());
            tell(feedback, now, context);
        }
    }

    /** An export's mails go to the desk. */
    private Optional<List<WorkedRow>> export(Feedback feedback, Instant now) {
        return rows.worked(feedback.mail().row()).map(row -> FeedbackSteps.taken(row, feedback, now));
    }

    private Optional<List<WorkedRow>> order(Feedback feedback, Instant now) {
        RowKey key = feedback.mail().row();
        return orders.find(new OrderId(key.orderId())).flatMap(placed -> sender(placed, key)
                .map(row -> FeedbackSteps.taken(placed.row(), placed.order(), row, feedback, now)));
    }

    private Optional<WorkedRow> sender(Orders.Placed placed, RowKey key) {
        return key.equals(placed.row().key()) ? Optional.of(placed.row()) : rows.worked(key);
    }

    /** Nobody else hears of a mail to staff that did not arrive. */
    private void tell(Feedback feedback, Instant now, Context context) {
        String message = "the mail %s: %s"
                .formatted(feedback.mail().kind(), feedback.what().code());
        if (!feedback.mail().reader().isStaff()) {
            Log.of(context).info(feedback.mail().row(), message);
            return;
        }
        Log.of(context).error(feedback.mail().row(), message);
        metrics.staffMailLost(context, now);
    }
}
