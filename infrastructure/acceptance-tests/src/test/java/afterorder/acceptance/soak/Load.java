package afterorder.acceptance.soak;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.Shop;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Places orders at a steady rate, each as often as it takes until it is accepted, however long earlier ones take. */
final class Load implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int BROKEN = 500;

    private final Shop shop;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ConcurrentLinkedQueue<Duration> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

    Load(Shop shop) {
        this.shop = shop;
    }

    void begin(double ordersASecond) {
        long every = (long) (Duration.ofSeconds(1).toNanos() / ordersASecond);
        pace.scheduleAtFixedRate(() -> Thread.startVirtualThread(this::place), 0, every, TimeUnit.NANOSECONDS);
    }

    private void place() {
        long began = System.nanoTime();
        String order = anOrder().withDataCenter().json();
        String key = UUID.randomUUID().toString();
        HttpResponse<String> answer = placed(order, key);
        if (answer.statusCode() == CREATED) accepted.add(Duration.ofNanos(System.nanoTime() - began));
        else refused.add(answer.body());
    }

    private HttpResponse<String> placed(String order, String key) {
        while (true) {
            try {
                HttpResponse<String> answer = shop.api().post(order, key);
                if (answer.statusCode() < BROKEN) return answer;
            } catch (UncheckedIOException silence) {
                continue;
            }
        }
    }

    /** How long each order took to be accepted. */
    List<Duration> accepted() {
        return List.copyOf(accepted);
    }

    /** What orders were answered that were not accepted. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** No order is placed from now on. */
    @Override
    public void close() {
        pace.shutdown();
    }
}
