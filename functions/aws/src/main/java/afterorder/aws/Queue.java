package afterorder.aws;

import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue that feeds a function: its messages are JSON. */
final class Queue {
    private final SqsClient sqs;
    private final String url;

    Queue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    void send(Record message) {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(Items.json(message)));
    }
}
