package afterorder.aws;

import afterorder.order.correction.CorrectionRow;
import afterorder.order.row.RowKey;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds invoice-correction. */
public final class Corrections {
    private final SqsClient sqs;
    private final String queueUrl;

    public Corrections(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
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
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(Items.json(message)));
    }
}
