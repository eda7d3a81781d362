package afterorder.aws;

import afterorder.order.export.ExportRow;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds customer-export. */
public final class Exports {
    private final Queue queue;

    public Exports(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /** What a message says. @param number of the customer's exports */
    public record Message(String customerNumber, int number) {}

    public void send(ExportRow row) {
        Message message = new Message(row.customerNumber(), row.number());
        queue.send(message);
    }
}
