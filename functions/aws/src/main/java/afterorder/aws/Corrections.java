package afterorder.aws;

import afterorder.order.correction.CorrectionRow;
import afterorder.order.row.RowKey;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds invoice-correction. */
public final class Corrections {
    private final Queue queue;

    public Corrections(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /** What a message says. @param attempt of the row's work that it begins */
    public record Message(String orderId, String part, int attempt) {
        public RowKey key() {
            return new RowKey(orderId, part);
        }
    }

    public void send(CorrectionRow row) {
        Message message = new Message(
                row.key().orderId(), row.key().part(), row.progress().attempt());
        queue.send(message);
    }
}
