package afterorder.localcloud;

import afterorder.localcloud.edge.Md5;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.trigger.Queue;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A queue as Lambda's pollers see it. */
final class PolledQueue implements Queue {
    private final Queues queues;
    private final String name;

    PolledQueue(Queues queues, String name) {
        this.queues = queues;
        this.name = name;
    }

    @Override
    public List<Message> receive(int maximum, Duration wait) {
        try {
            return queues.receive(name, maximum, wait).stream()
                    .map(PolledQueue::message)
                    .toList();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @Override
    public void delete(List<String> receipts) {
        try {
            queues.delete(name, receipts);
        } catch (InterruptedException stop) {
            // The messages come again, as they do when a poller dies.
            Thread.currentThread().interrupt();
        }
    }

    private static Message message(afterorder.localcloud.queue.Message message) {
        Map<String, String> attributes = Map.of(
                "ApproximateReceiveCount", Integer.toString(message.receiveCount()),
                "SentTimestamp", Long.toString(message.sent().toEpochMilli()),
                "SenderId", "AIDAIENQZJOLO23YVJ4VO",
                "ApproximateFirstReceiveTimestamp",
                        Long.toString(message.firstReceived().toEpochMilli()));
        Map<String, Attribute> own = message.attributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
        return new Message(
                message.id(), message.receiptHandle(), message.body(), Md5.hex(message.body()), attributes, own);
    }

    private static Attribute attribute(afterorder.localcloud.queue.Message.Attribute attribute) {
        return attribute.type().startsWith("Binary")
                ? new Attribute(
                        attribute.type(),
                        Optional.empty(),
                        Optional.of(Base64.getDecoder().decode(attribute.value())))
                : new Attribute(attribute.type(), Optional.of(attribute.value()), Optional.empty());
    }
}
