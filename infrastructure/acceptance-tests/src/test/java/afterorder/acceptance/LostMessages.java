package afterorder.acceptance;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The first messages to a queue do not get there: its service answers with an error, also to the client's own retries. */
final class LostMessages implements Interceptor {
    private static final int TRIES_OF_THE_CLIENT = 4;
    private final String queue;
    private final AtomicInteger left;
    private final AtomicInteger lost = new AtomicInteger();

    LostMessages(String queue, int messages) {
        this.queue = queue;
        this.left = new AtomicInteger(messages * TRIES_OF_THE_CLIENT);
    }

    @Override
    public void before(Call call) {
        boolean isIt = call.operation().equals("SendMessage")
                && call.resource().toLowerCase(Locale.ROOT).contains(queue)
                && left.getAndDecrement() > 0;
        if (!isIt) return;
        lost.incrementAndGet();
        throw new AwsError(503, "ServiceUnavailable", "lost by the test");
    }

    int count() {
        return (lost.get() + TRIES_OF_THE_CLIENT - 1) / TRIES_OF_THE_CLIENT;
    }
}
