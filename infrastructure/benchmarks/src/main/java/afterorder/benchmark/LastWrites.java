package afterorder.benchmark;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When an order was last written: of a done order, when it was done. Asking for it would cost time that is measured. */
final class LastWrites implements Interceptor {
    private static final Set<String> WRITING = Set.of("PutItem", "UpdateItem", "TransactWriteItems");

    private final Map<String, Long> nanoTimes = new ConcurrentHashMap<>();

    @Override
    public void after(Call call, Outcome outcome) {
        if (!WRITING.contains(call.operation())) return;
        call.orderId().ifPresent(order -> nanoTimes.put(order, System.nanoTime()));
    }

    /** Waits until nobody has written the order for so long. */
    void awaitRest(String order, Duration quiet) throws InterruptedException {
        long rest;
        while ((rest = quiet.toNanos() - (System.nanoTime() - of(order))) > 0) Thread.sleep(Duration.ofNanos(rest));
    }

    /** @return as {@link System#nanoTime()} */
    long of(String order) {
        return nanoTimes.get(order);
    }
}
