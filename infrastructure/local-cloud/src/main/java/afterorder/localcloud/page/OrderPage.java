package afterorder.localcloud.page;

import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.workflow.execution.Execution;
import java.util.Comparator;
import java.util.List;

/** {@code /_local/orders/{id}}: all that is known of one order. */
final class OrderPage implements Page {
    private final Observed cloud;
    private final Orders orders;
    private final Documents documents;

    OrderPage(Observed cloud, Orders orders, Documents documents) {
        this.cloud = cloud;
        this.orders = orders;
        this.documents = documents;
    }

    record View(
            Orders.Summary order,
            List<Orders.StoredRow> rows,
            List<Documents.Stored> documents,
            List<MailText> mails,
            List<ExecutionView> executions,
            List<CallLog.Entry> calls) {}

    @Override
    public Reply answer(Asked asked) {
        String id = asked.below().orElseThrow(() -> Refused.unknown("Which order? Its number stands in the address."));
        Orders.Summary order = orders.find(id).orElseThrow(() -> Refused.unknown("There is no order " + id));
        List<Documents.Stored> itsDocuments = documents.all().stream()
                .filter(stored -> ("/" + stored.key()).contains("/" + id + "/"))
                .toList();
        List<MailText> itsMails = cloud.mailbox().messages().stream()
                .map(MailText::of)
                .filter(mail -> mail.mentions(id))
                .toList();
        List<ExecutionView> itsExecutions = cloud.workflows().executions().stream()
                .filter(execution -> execution.name().startsWith(id + "-"))
                .sorted(Comparator.comparing(Execution::started))
                .map(ExecutionView::of)
                .toList();
        List<CallLog.Entry> itsCalls = cloud.calls().entries().stream()
                .filter(entry -> entry.call().orderId().filter(id::equals).isPresent())
                .toList();
        return new Reply.View(
                "order",
                "Order " + id,
                new View(order, orders.rows(id), itsDocuments, itsMails, itsExecutions, itsCalls));
    }
}
