package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Paging;
import afterorder.aws.RowPage;
import afterorder.aws.Rows;
import afterorder.aws.WaitingRows;
import afterorder.order.OrderId;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /desk/purchases}: what the desk has to buy, the oldest first. */
final class TaskList {
    /** So many with the most lines each stay far below what Lambda answers, 6 MB. */
    static final int MOST = 25;

    private final WaitingRows waiting;
    private final Rows rows;
    private final Orders orders;

    TaskList(WaitingRows waiting, Rows rows, Orders orders) {
        this.waiting = waiting;
        this.rows = rows;
        this.orders = orders;
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        RowPage page = Paging.page(request, after -> waiting.awaitingDesk(after, MOST));
        Map<String, Orders.Placed> placed = new HashMap<>();
        List<TaskView> tasks = new ArrayList<>();
        for (RowKey key : page.rows()) {
            Optional<PurchaseRow> row = rows.purchase(key).filter(PurchaseRow::awaitsDesk);
            row.ifPresent(open -> tasks.add(TaskView.of(
                    open,
                    placed.computeIfAbsent(key.orderId(), id -> orders.find(new OrderId(id))
                                    .orElseThrow())
                            .order(),
                    now)));
        }
        return Answers.json(200, tasks, Paging.headers("/desk/purchases", page));
    }
}
