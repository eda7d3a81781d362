package afterorder.desk;

import afterorder.order.Language;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Parked;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a row stands, and what the desk can do about it, as JSON shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowView(OrderId orderId, String part, String status, Parked.@Nullable Told parked, List<RemedyCall> remedies) {

    static RowView of(WorkedRow row) {
        return new RowView(
                new OrderId(row.key().orderId()),
                row.key().part(),
                status(row),
                row.progress().told(Language.EN).orElse(null),
                RemedyCall.about(row));
    }

    private static String status(WorkedRow row) {
        return switch (row) {
            case OrderRow order -> order.confirmation().status().code();
            case PurchaseRow purchase -> purchase.status().code();
            case CorrectionRow correction -> correction.status().code();
            case EngagementRow engagement -> engagement.status().code();
            default -> throw new IllegalArgumentException("no row that is parked: " + row.key());
        };
    }
}
