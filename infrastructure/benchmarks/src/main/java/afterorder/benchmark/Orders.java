package afterorder.benchmark;

import afterorder.run.OrderState;
import afterorder.run.OrdersApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Posts the same order again and again, and waits until all of it is done. */
final class Orders {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int BUSY = 503;

    private final AtomicInteger retries = new AtomicInteger();
    private final OrdersApi api;
    private final LastWrites writes;
    private final Path order;

    Orders(OrdersApi api, LastWrites writes, Path order) {
        this.api = api;
        this.writes = writes;
        this.order = order;
    }

    /** @param began as {@link System#nanoTime()} */
    record Posted(String id, long began) {}

    List<Duration> runOneByOne(int count) throws InterruptedException {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < count; i++) durations.add(await(post()));
        return durations;
    }

    List<Duration> runAtOnce(int count) throws InterruptedException {
        List<Duration> durations = new ArrayList<>();
        for (Posted posted : postAtOnce(count)) durations.add(await(posted));
        return durations;
    }

    private List<Posted> postAtOnce(int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Posted>> posts = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(this::post))
                    .toList();
            return posts.stream().map(Orders::taken).toList();
        }
    }

    private static Posted taken(Future<Posted> post) {
        try {
            return post.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("an order was not taken: " + refused.getCause(), refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    Posted post() {
        long began = System.nanoTime();
        String key = UUID.randomUUID().toString();
        while (true) {
            try {
                return new Posted(api.post(order, key), began);
            } catch (OrdersApi.Refused refused) {
                if (refused.status() != BUSY) throw refused;
                retries.incrementAndGet();
            }
        }
    }

    /** How often a post was answered 503, because the functions were busy, and made again. */
    int retries() {
        return retries.get();
    }

    /** @return from the post until the order was done */
    Duration await(Posted posted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            OrderState state = api.find(posted.id()).orElseThrow();
            if (state.isDone()) return Duration.ofNanos(writes.of(posted.id()) - posted.began());
            if (state.isParked() || System.nanoTime() > end) throw new IllegalStateException(state.summary());
            Thread.sleep(PACE);
        }
    }
}
