package afterorder.aws;

import afterorder.order.OrderId;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds order-confirmation. */
public final class AcceptedOrders {
    private final SqsClient sqs;
    private final String queueUrl;

    public AcceptedOrders(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** What a message says. */
    public record Message(OrderId orderId) {}

    public void send(OrderId id) {
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(Items.json(new Message(id))));
    }
}
