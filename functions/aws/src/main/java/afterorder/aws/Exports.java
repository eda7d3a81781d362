package afterorder.aws;

import afterorder.order.export.ExportRow;
import afterorder.order.row.RowKey;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds customer-export. */
public final class Exports {
    private final Queue queue;

    public Exports(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /** What a message says. @param number of the customer's exports */
    public record Message(String customerNumber, int number) implements AboutRow {
        @Override
        public RowKey key() {
            return ExportRow.keyOf(customerNumber);
        }
    }

    public void send(ExportRow row) {
        Message message = new Message(row.customerNumber(), row.number());
        queue.send(message);
    }
}
