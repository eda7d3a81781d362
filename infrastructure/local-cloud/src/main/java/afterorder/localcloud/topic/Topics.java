package afterorder.localcloud.topic;

import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.template.Template;
import java.util.List;

/**
 * The topics of a template, with the queues that subscribe to them. Each gets the message as it was published
 * ({@code RawMessageDelivery}), once; a subscription by mail gets nothing, as nobody's mailbox is here.
 */
public final class Topics {
    private final List<Template.Subscription> subscriptions;
    private final Queues queues;

    public Topics(List<Template.Subscription> subscriptions, Queues queues) {
        this.subscriptions = List.copyOf(subscriptions);
        this.queues = queues;
    }

    /** Returns when every queue has it. */
    public void publish(String topicArn, String message) {
        for (Template.Subscription subscription : subscriptions) {
            if (subscription.topicArn().equals(topicArn)) send(subscription.queueArn(), message);
        }
    }

    private void send(String queueArn, String message) {
        try {
            queues.send(queueArn.substring(queueArn.lastIndexOf(':') + 1), message);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a message was handed on to " + queueArn, stop);
        }
    }
}
