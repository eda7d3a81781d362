package afterorder.localcloud.trigger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueMappingTest {

    @Test
    void refuses_what_lambda_refuses() {
        assertThatThrownBy(() -> mapping("orders", 11, 0, 2)).hasMessageContaining("MaximumBatchingWindowInSeconds");
        assertThatThrownBy(() -> mapping("orders", 0, 0, 2)).hasMessageContaining("BatchSize");
        assertThatThrownBy(() -> mapping("orders", 10, 301, 2)).hasMessageContaining("is 0 to 300");
        assertThatThrownBy(() -> mapping("orders", 10, 0, 1)).hasMessageContaining("MaximumConcurrency");
        assertThatThrownBy(() -> mapping("orders.fifo", 10, 0, 2)).hasMessageContaining("FIFO");
    }

    private static QueueMapping mapping(String queue, int batchSize, int window, int concurrency) {
        String arn = "arn:aws:sqs:eu-central-1:000000000000:" + queue;
        return new QueueMapping(arn, "function:live", batchSize, Duration.ofSeconds(window), true, concurrency);
    }
}
