package afterorder.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.invariant.Invariants;
import afterorder.acceptance.invariant.Settling;
import afterorder.acceptance.invariant.World;
import afterorder.acceptance.invariant.WorldRow;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Shop;
import afterorder.run.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders at a steady rate ({@code -Drate=} orders a second) for some minutes ({@code -Dminutes=}), while of the calls of AWS
 * and of the messages that start functions one in a hundred goes wrong, in one of many ways ({@code -Dseed=} repeats which).
 * It prints figures, and judges the end only.
 */
@Tag("soak")
class SoakTest {
    private static final int MINUTES = Integer.getInteger("minutes", 10);
    private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.5"));
    private static final long SEED = Long.getLong("seed", System.currentTimeMillis());
    private static final double SHARE = 0.01;
    private static final int MOST_MINUTES_TO_MEND = 240;

    /** What goes wrong with a call, each kind as often as the others. */
    private static final List<String> OF_CALLS = List.of(
            "\"do\": \"throttle\"",
            "\"do\": \"error\"",
            "\"do\": \"cut-before\"",
            "\"do\": \"lose-answer\"",
            "\"do\": \"delay\", \"seconds\": 1",
            "\"do\": \"kill-before\"",
            "\"do\": \"kill-after\"");

    /** What goes wrong with a message or a schedule that starts a function. */
    private static final List<String> OF_TRIGGERS =
            List.of("\"do\": \"deliver-twice\"", "\"do\": \"out-of-order\", \"seconds\": 2", "\"do\": \"run-twice\"");

    @Test
    void orders_at_a_steady_rate_all_come_to_their_end_though_calls_go_wrong_now_and_then(@TempDir Path data)
            throws InterruptedException {
        try (Shop shop = Shop.open(data);
                AwsDoor aws = new AwsDoor(shop);
                Load load = new Load(shop)) {
            strikes(shop, OF_CALLS, SEED);
            strikes(shop, OF_TRIGGERS, SEED + OF_CALLS.size());
            load.begin(RATE);
            for (int minute = 1; minute <= MINUTES; minute++) {
                TimeUnit.MINUTES.sleep(1);
                tell(minute + " min", load, progress(aws));
            }
            load.close();
            Progress loaded = progress(aws);
            shop.faults().spareAll();
            for (int minute = 1; backlog(load, aws) > 0 && minute <= MOST_MINUTES_TO_MEND; minute++) {
                shop.minutePasses();
                shop.awaitRest();
            }
            Settling.of(shop, aws);
            tell("at the end", load, progress(aws));
            print(load, loaded, shop.faults().strikes().size());

            assertThat(load.refused()).isEmpty();
            assertThat(progress(aws).left())
                    .as("not invoiced, with -Dseed=" + SEED)
                    .isEmpty();
            assertThat(backlog(load, aws)).as("-Dseed=" + SEED).isZero();
            assertThat(Invariants.brokenAtTheEnd(World.of(shop)))
                    .as("-Dseed=" + SEED)
                    .isEmpty();
        }
    }

    /** Each kind with a seed of its own: with the same one, all of them would strike one after the other. */
    private static void strikes(Shop shop, List<String> kinds, long firstSeed) {
        long seed = firstSeed;
        for (String kind : kinds) {
            shop.faults()
                    .strike(String.format(
                            Locale.ROOT,
                            "{%s, \"probability\": %s, \"seed\": %d}",
                            kind,
                            SHARE / kinds.size(),
                            seed++));
        }
    }

    private static Progress progress(AwsDoor aws) {
        return new Progress(aws.rows().stream().map(WorldRow::of).toList());
    }

    private static long backlog(Load load, AwsDoor aws) {
        return progress(aws).backlog(load.accepted().size());
    }

    private static void tell(String when, Load load, Progress progress) {
        int accepted = load.accepted().size();
        System.out.printf(
                Locale.ROOT,
                "%-12s %5d accepted, %4d not invoiced yet, %5d MB in all processes%n",
                when,
                accepted,
                progress.backlog(accepted),
                Memory.residentMegabytes());
    }

    private static void print(Load load, Progress loaded, int strikes) {
        double seconds = Duration.ofMinutes(MINUTES).toSeconds();
        System.out.printf(
                Locale.ROOT,
                "%.2f orders/s accepted, %.2f invoiced, %d calls went wrong, -Dseed=%d%n",
                load.accepted().size() / seconds,
                loaded.invoiced().size() / seconds,
                strikes,
                SEED);
        System.out.println(Quantiles.line("accepted", load.accepted()));
        System.out.println(Quantiles.line("confirmed", loaded.confirmed()));
        System.out.println(Quantiles.line("invoiced", loaded.invoiced()));
    }
}
