package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Paging;
import afterorder.aws.RowPage;
import afterorder.aws.Rows;
import afterorder.aws.WaitingRows;
import afterorder.order.Language;
import afterorder.order.OrderId;
import afterorder.order.row.Parked;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /desk/parked}: what cannot go on without staff, the longest first. */
final class ParkedList {
    /** So many with the longest reasons and details stay far below what Lambda answers, 6 MB. */
    static final int MOST = 50;

    private final WaitingRows waiting;
    private final Rows rows;
    private final Orders orders;

    ParkedList(WaitingRows waiting, Rows rows, Orders orders) {
        this.waiting = waiting;
        this.rows = rows;
        this.orders = orders;
    }

    private record Entry(
            OrderId orderId,
            String part,
            String status,
            String reason,
            List<String> details,
            Instant since,
            Buyer customer,
            List<RemedyCall> remedies) {

        static Entry of(WorkedRow row, Parked parked, Buyer customer) {
            RowView view = RowView.of(row);
            Parked.Told told = parked.in(Language.EN);
            return new Entry(
                    view.orderId(),
                    view.part(),
                    view.status(),
                    told.reason(),
                    told.details(),
                    told.since(),
                    customer,
                    view.remedies());
        }
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request) {
        RowPage page = Paging.page(request, after -> waiting.parked(after, MOST));
        Map<String, Buyer> customers = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (RowKey key : page.rows()) {
            Optional<WorkedRow> row =
                    rows.worked(key).filter(found -> found.progress().isParked());
            row.ifPresent(parked -> entries.add(Entry.of(
                    parked,
                    parked.progress().parked(),
                    customers.computeIfAbsent(key.orderId(), id -> Buyer.of(orders, id)))));
        }
        return Answers.json(200, entries, Paging.headers("/desk/parked", page));
    }
}
