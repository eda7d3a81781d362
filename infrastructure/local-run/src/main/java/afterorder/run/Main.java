package afterorder.run;

import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.Setup;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Starts the local cloud, posts an order, prints each step as it happens, and stays until it is ended. */
public final class Main {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(30);
    private static final PrintStream OUT = System.out;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        endWithParent();
        try {
            System.exit(run(Options.ofSystemProperties()));
        } catch (OrdersApi.Refused refused) {
            System.err.println("The order was not taken: " + refused.getMessage());
        } catch (RuntimeException failure) {
            System.err.println(failure.getMessage());
        }
        System.exit(1);
    }

    /** @return the exit status */
    private static int run(Options options) throws InterruptedException {
        try (LocalCloud cloud = LocalCloud.start(new Setup(Path.of("template.yaml"), options.data(), options.port()))) {
            OUT.printf(Locale.ROOT, "Ready: %s%n", cloud.address());
            double ready = secondsSinceStart();
            Story story = new Story(new OrdersApi(cloud.address()), OUT);
            story.resume(EarlierOrders.in(cloud));
            cloud.edge().intercept(story);
            options.order().ifPresent(story::begin);
            story.tellUntilAtRest(LONGEST_RUN);
            OUT.printf(
                    Locale.ROOT,
                    "Ready after %.1f s, at rest after %.1f s, %d MB in all processes%n",
                    ready,
                    secondsSinceStart(),
                    Memory.residentMegabytes());
            OUT.println(new Signpost(cloud.address(), cloud.endpoint().toString(), options.order()));
            if (!options.exit()) story.tellForever();
            return story.endedWell() ? 0 : 1;
        }
    }

    /** When Maven ends, however it ends, so does this. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(130)));
    }

    private static double secondsSinceStart() {
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return Duration.between(started, Instant.now()).toMillis() / 1000.0;
    }
}
