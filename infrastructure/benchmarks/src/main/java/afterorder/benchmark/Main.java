package afterorder.benchmark;

import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.Setup;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.function.FunctionStatistics;
import afterorder.run.Memory;
import afterorder.run.OrdersApi;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** Starts the local cloud with nothing in it, runs orders through it, and prints figures. It judges none of them. */
public final class Main {
    private static final int ONE_BY_ONE = 10;
    private static final int AT_ONCE = 100;
    private static final List<Integer> SIZES = List.of(1, 10, 100, 1_000, 10_000);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final PrintStream OUT = System.out;

    private final LocalCloud cloud;
    private final CallLog calls = new CallLog();
    private final LastWrites writes = new LastWrites();
    private final Orders orders;
    private final OrderCosts costs;

    private Main(LocalCloud cloud, Path order) {
        this.cloud = cloud;
        this.orders = new Orders(new OrdersApi(cloud.address()), writes, order);
        cloud.edge().intercept(calls);
        cloud.edge().intercept(writes);
        this.costs = new OrderCosts(cloud, writes);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        endWithParent();
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("afterorder.data"))), "benchmark");
        Path order = Path.of(System.getProperty("afterorder.order"));
        try (LocalCloud cloud = LocalCloud.start(new Setup(Path.of("template.yaml"), data, 0))) {
            long sinceStart = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            print("ready after", Durations.seconds(Duration.ofMillis(sinceStart)));
            new Main(cloud, order).measure(order);
        }
        System.exit(0);
    }

    private void measure(Path order) throws IOException, InterruptedException {
        print("memory of all processes", Memory.residentMegabytes() + " MB");
        print("first order done after", Durations.seconds(orders.await(orders.post())));
        printKept();
        Durations next = Durations.of(orders.runOneByOne(ONE_BY_ONE));
        print(ONE_BY_ONE + " orders one by one", "median " + next.quantile(0.5) + ", longest " + next.quantile(1));
        printCalls();
        Durations together = Durations.of(orders.runAtOnce(AT_ONCE));
        print(
                AT_ONCE + " orders at once",
                "p50 %s, p95 %s, all done after %s; %d posts repeated because the functions were busy"
                        .formatted(
                                together.quantile(0.5),
                                together.quantile(0.95),
                                together.quantile(1),
                                orders.retries()));
        print("memory of all processes", Memory.residentMegabytes() + " MB");
        SequencedMap<Integer, Usage> usages = new LinkedHashMap<>();
        for (int lines : SIZES) usages.put(lines, printSize(new OrderSize(lines), order));
        CostTable.print(usages, OUT);
    }

    /** @return what the order took */
    private Usage printSize(OrderSize size, Path order) throws IOException, InterruptedException {
        int before = calls.entries().size();
        Orders large = new Orders(new OrdersApi(cloud.address()), writes, size.of(order));
        OrderCosts.Measured measured = costs.of(large);
        print("order of " + size.lines() + " lines", "done after " + Durations.seconds(measured.doneAfter()));
        Calls.since(before, calls)
                .byService()
                .forEach((service, count) -> OUT.printf(Locale.ROOT, "%10d  %s%n", count, service));
        printLargestRow();
        cloud.functions().statistics().stream()
                .max(Comparator.comparing(FunctionStatistics::peakMemoryBytes))
                .ifPresent(most -> print(
                        "largest function memory",
                        "%d MB, %s".formatted(most.peakMemoryBytes() / (1024 * 1024), most.function())));
        return measured.usage();
    }

    /** Of the only order so far. */
    private void printKept() {
        try (Stores stores = new Stores(cloud)) {
            print("documents", stores.objects());
            print("mails", new Mails(cloud.address()).all());
            print("rows", stores.rows());
        }
    }

    private void printCalls() throws InterruptedException {
        int before = calls.entries().size();
        Orders.Posted posted = orders.post();
        writes.awaitRest(posted.id(), REST);
        Calls ofOrder = Calls.since(before, calls);
        orders.await(posted);
        print("calls for an order", Long.toString(ofOrder.total()));
        ofOrder.counts().forEach((call, count) -> OUT.printf(Locale.ROOT, "%10d  %s%n", count, call));
    }

    private void printLargestRow() {
        try (Stores stores = new Stores(cloud)) {
            stores.rows().stream()
                    .max(Comparator.comparing(Stores.Kept::bytes))
                    .ifPresent(row -> print("largest row", row.bytes() + " bytes, " + row.name()));
        }
    }

    private static void print(String what, List<Stores.Kept> kept) {
        print(what, Integer.toString(kept.size()));
        kept.forEach(each -> OUT.printf(Locale.ROOT, "%10d bytes  %s%n", each.bytes(), each.name()));
    }

    private static void print(String what, String figure) {
        OUT.printf("%-26s %s%n", what, figure);
    }

    /** When Maven ends, however it ends, so does this. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(130)));
    }
}
