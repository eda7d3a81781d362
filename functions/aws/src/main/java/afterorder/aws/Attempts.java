package afterorder.aws;

import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue that feeds a function with rows whose next attempt begins. */
public final class Attempts {
    private final Queue queue;

    public Attempts(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /** What a message says. @param attempt of the row's work that it begins */
    public record Message(String orderId, String part, int attempt) implements AboutRow {
        @Override
        public RowKey key() {
            return new RowKey(orderId, part);
        }
    }

    public void send(WorkedRow row) {
        Message message = new Message(
                row.key().orderId(), row.key().part(), row.progress().attempt());
        queue.send(message);
    }
}
