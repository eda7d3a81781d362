package afterorder.localcloud.topic;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.template.Template;
import java.util.List;

/**
 * The topics of a template, with the queues that subscribe to them. Each gets the message as it was published
 * ({@code RawMessageDelivery}), once; a subscription by mail gets nothing, as nobody's mailbox is here.
 */
public final class Topics {
    private static final System.Logger LOG = System.getLogger(Topics.class.getName());

    private final List<Template.Subscription> subscriptions;
    private final Queues queues;
    private final Gate gate;

    /** Decides by ARNs who may hand on what to whom; throws {@link AwsError} for a denial. */
    public interface Gate {

        /** @param sourceArn that for which SES publishes */
        void checkPublication(String sourceArn, String topicArn);

        void checkDelivery(String topicArn, String queueArn);
    }

    public Topics(List<Template.Subscription> subscriptions, Queues queues, Gate gate) {
        this.subscriptions = List.copyOf(subscriptions);
        this.queues = queues;
        this.gate = gate;
    }

    /**
     * Returns when every queue has it. What a policy denies is lost: neither SES nor SNS has another place for it.
     *
     * @param sourceArn that for which SES publishes
     */
    public void publish(String sourceArn, String topicArn, String message) {
        try {
            gate.checkPublication(sourceArn, topicArn);
        } catch (AwsError denied) {
            LOG.log(System.Logger.Level.ERROR, "a message is lost that " + sourceArn + " has published", denied);
            return;
        }
        for (Template.Subscription subscription : subscriptions) {
            if (subscription.topicArn().equals(topicArn)) send(topicArn, subscription.queueArn(), message);
        }
    }

    private void send(String topicArn, String queueArn, String message) {
        try {
            gate.checkDelivery(topicArn, queueArn);
            queues.send(queueArn.substring(queueArn.lastIndexOf(':') + 1), message);
        } catch (AwsError denied) {
            LOG.log(System.Logger.Level.ERROR, "a message is lost that " + topicArn + " published", denied);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a message was handed on to " + queueArn, stop);
        }
    }
}
