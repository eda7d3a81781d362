package afterorder.aws;

import afterorder.order.OrderId;
import afterorder.order.row.RowKey;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds order-confirmation. */
public final class AcceptedOrders {
    private final Queue queue;

    public AcceptedOrders(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /** What a message says. */
    public record Message(OrderId orderId) implements AboutRow {
        @Override
        public RowKey key() {
            return RowKey.order(orderId);
        }
    }

    public void send(OrderId id) {
        queue.send(new Message(id));
    }
}
