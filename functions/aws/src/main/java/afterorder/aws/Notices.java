package afterorder.aws;

import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds notification: rows that owe mails. */
public final class Notices {
    private final Queue queue;

    public Notices(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /** What a message says. @param round of the row's notices that may be sent by it */
    public record Message(String orderId, String part, int round) implements AboutRow {
        @Override
        public RowKey key() {
            return new RowKey(orderId, part);
        }
    }

    public void send(WorkedRow row) {
        Message message = new Message(
                row.key().orderId(), row.key().part(), row.progress().outbox().round());
        queue.send(message);
    }
}
