package afterorder.localcloud.trigger;

import java.time.Duration;

/**
 * An event source mapping: which function gets the messages of which queue, and how.
 *
 * @param function ARN, with its alias
 * @param batchSize 1 to 10,000; more than 10 only with a batching window
 * @param batchingWindow up to 300 seconds: how long a batch is collected
 * @param reportBatchItemFailures whether the function says which messages failed
 * @param maximumConcurrency batches under way at a time, 2 to 1,000
 */
public record QueueMapping(
        String queueArn,
        String function,
        int batchSize,
        Duration batchingWindow,
        boolean reportBatchItemFailures,
        int maximumConcurrency) {

    /** What Lambda takes when the template says nothing. */
    public static final int DEFAULT_BATCH_SIZE = 10;

    /** Lambda would start with five; the least that it allows is enough for one machine. */
    public static final int DEFAULT_CONCURRENCY = 2;

    public QueueMapping {
        require(!queueArn.endsWith(".fifo"), queueArn + ": FIFO queues are not supported as triggers");
        require(batchSize >= 1 && batchSize <= 10_000, queueArn + ": BatchSize is 1 to 10000, not " + batchSize);
        require(
                !batchingWindow.isNegative() && batchingWindow.toSeconds() <= 300,
                queueArn + ": MaximumBatchingWindowInSeconds is 0 to 300, not " + batchingWindow.toSeconds());
        require(
                batchSize <= 10 || !batchingWindow.isZero(),
                queueArn + ": a BatchSize over 10 needs a MaximumBatchingWindowInSeconds of at least 1");
        require(
                maximumConcurrency >= 2 && maximumConcurrency <= 1000,
                queueArn + ": MaximumConcurrency is 2 to 1000, not " + maximumConcurrency);
    }

    String region() {
        return queueArn.split(":")[3];
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalArgumentException(otherwise);
    }
}
