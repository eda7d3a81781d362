package afterorder.localcloud.page;

import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.template.Template;
import java.util.ArrayList;
import java.util.List;

/** {@code /_local/queues}: how many messages each queue has, and which ones were given up. */
final class QueuesPage implements Page {
    private final Observed cloud;

    QueuesPage(Observed cloud) {
        this.cloud = cloud;
    }

    /** @param deadLetters what it was handed by a queue that gave up; empty for other queues */
    record QueueView(
            String logicalId,
            String name,
            Queues.Counts counts,
            boolean isForDeadLetters,
            List<Queues.StoredMessage> deadLetters) {}

    record View(List<QueueView> queues) {}

    @Override
    public Reply answer(Asked asked) throws InterruptedException {
        List<QueueView> views = new ArrayList<>();
        for (Template.Queue queue : cloud.template().queues()) views.add(view(queue));
        return new Reply.View("queues", "Queues", new View(views));
    }

    private QueueView view(Template.Queue queue) throws InterruptedException {
        boolean forDeadLetters = cloud.template().queues().stream()
                .flatMap(other -> other.deadLetters().stream())
                .anyMatch(target -> target.queueArn().equals(queue.arn()));
        return new QueueView(
                queue.logicalId(),
                queue.name(),
                cloud.queues().counts(queue.name()),
                forDeadLetters,
                forDeadLetters ? cloud.queues().messages(queue.name()) : List.of());
    }
}
