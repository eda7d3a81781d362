package afterorder.benchmark;

import afterorder.localcloud.LocalCloud;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Finds what one order after the other costs: what its calls cost, and to keep what it leaves behind. */
final class OrderCosts {
    private static final Duration REST = Duration.ofSeconds(2);

    private final LocalCloud cloud;
    private final LastWrites writes;
    private final Meter meter;

    OrderCosts(LocalCloud cloud, LastWrites writes) {
        this.cloud = cloud;
        this.writes = writes;
        this.meter = new Meter(this::gigabytes);
        cloud.edge().intercept(meter);
    }

    /** @param doneAfter from the post */
    record Measured(Usage usage, Duration doneAfter) {}

    /** Of an order that is posted now, while nothing else is under way. */
    Measured of(Orders orders) throws InterruptedException {
        try (Stores stores = new Stores(cloud)) {
            List<Stores.Kept> objects = stores.objects();
            List<Stores.Kept> rows = stores.rows();
            long transitions = stores.transitions();
            meter.read();
            Orders.Posted posted = orders.post();
            Duration doneAfter = orders.await(posted);
            writes.awaitRest(posted.id(), REST);
            Usage usage = meter.read();
            usage.add(Price.TRANSITION, stores.transitions() - transitions);
            Keeping.add(since(objects, stores.objects()), since(rows, stores.rows()), usage);
            return new Measured(usage, doneAfter);
        }
    }

    private static List<Stores.Kept> since(List<Stores.Kept> before, List<Stores.Kept> now) {
        Function<Stores.Kept, String> name = Stores.Kept::name;
        List<String> known = before.stream().map(name).toList();
        return now.stream().filter(kept -> !known.contains(kept.name())).toList();
    }

    private double gigabytes(String function) {
        return cloud.template().functions().stream()
                        .filter(each -> function.contains(each.name()))
                        .mapToInt(each -> each.memory())
                        .max()
                        .orElseThrow()
                / 1024.0;
    }
}
