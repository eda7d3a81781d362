package afterorder.aws;

import afterorder.order.export.ExportRow;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds customer-export. */
public final class Exports {
    private final SqsClient sqs;
    private final String queueUrl;

    public Exports(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** What a message says. @param number of the customer's exports */
    public record Message(String customerNumber, int number) {}

    public void send(ExportRow row) {
        Message message = new Message(row.customerNumber(), row.number());
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(Items.json(message)));
    }
}
