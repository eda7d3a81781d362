package afterorder.localcloud.trigger;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a queue and invokes a function with what it finds, as Lambda's event source mappings do. What the function did
 * not finish stays in the queue until its visibility timeout ends; how often it comes again is the queue's business.
 */
public final class QueueTrigger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueTrigger.class);
    private static final int RECEIVED_AT_ONCE = 10;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final QueueMapping mapping;
    private final Queue queue;
    private final Functions functions;
    private final Semaphore free;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread poller;

    /** Begins to poll at once. */
    public QueueTrigger(QueueMapping mapping, Queue queue, Functions functions) {
        this.mapping = mapping;
        this.queue = queue;
        this.functions = functions;
        this.free = new Semaphore(mapping.maximumConcurrency());
        this.poller =
                Thread.ofVirtual().name("trigger of " + mapping.function()).start(this::poll);
    }

    private void poll() {
        try {
            while (closed.getCount() > 0) {
                // First a free place, then messages: what is received and then waits would lose visibility time.
                free.acquire();
                List<Queue.Message> batch = receive();
                if (batch.isEmpty()) {
                    free.release();
                } else {
                    Thread.startVirtualThread(() -> process(batch));
                }
            }
        } catch (InterruptedException end) {
            LOG.debug("{} is polled no more", mapping.queueArn());
        }
    }

    private List<Queue.Message> receive() throws InterruptedException {
        try {
            return collect();
        } catch (RuntimeException failure) {
            if (closed.getCount() > 0) LOG.error("{} cannot be polled", mapping.queueArn(), failure);
            closed.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            return List.of();
        }
    }

    private List<Queue.Message> collect() {
        List<Queue.Message> batch = new ArrayList<>(queue.receive(next(0), LONG_POLL));
        long end = System.nanoTime() + mapping.batchingWindow().toNanos();
        while (!batch.isEmpty() && batch.size() < mapping.batchSize() && System.nanoTime() < end) {
            // SQS waits whole seconds only, so the window may be exceeded by a part of one.
            long seconds = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()) + 1;
            Duration wait = Duration.ofSeconds(Math.min(seconds, LONG_POLL.toSeconds()));
            batch.addAll(queue.receive(next(batch.size()), wait));
        }
        return batch;
    }

    private int next(int collected) {
        return Math.min(RECEIVED_AT_ONCE, mapping.batchSize() - collected);
    }

    private void process(List<Queue.Message> batch) {
        try {
            invoke(batch);
        } catch (RuntimeException failure) {
            LOG.error("a batch of {} failed", mapping.queueArn(), failure);
        } finally {
            free.release();
        }
    }

    private void invoke(List<Queue.Message> batch) {
        try {
            Functions.Answer answer = functions
                    .invoke(mapping.function(), new QueueEvent(mapping, batch).json())
                    .join();
            BatchAnswer read = BatchAnswer.read(answer, batch, mapping.reportBatchItemFailures());
            if (!read.done().isEmpty()) {
                queue.delete(read.done().stream().map(Queue.Message::receipt).toList());
            }
        } catch (AwsError refused) {
            if (!refused.code().equals("RequestTooLargeException") || batch.size() == 1) throw refused;
            invoke(batch.subList(0, batch.size() / 2));
            invoke(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    /** Polls no more; batches under way go on. */
    @Override
    public void close() {
        closed.countDown();
        poller.interrupt();
    }
}
