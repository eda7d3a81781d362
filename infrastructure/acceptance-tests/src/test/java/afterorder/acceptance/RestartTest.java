package afterorder.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local cloud is killed in the middle of an order and started again on the same data: the order gets done, once. */
class RestartTest {
    private static final int PATIENCE_SECONDS = 90;

    @ParameterizedTest
    @ValueSource(strings = {"received", "confirmation", "purchase begun", "purchased as"})
    void an_order_survives_the_end_of_everything(String step, @TempDir Path data) throws Exception {
        String id = killedAt(step, data);

        try (Shop shop = Shop.open(data)) {
            shop.isLeftBroken(); // it was killed from outside, of which no strike tells: a mail may be doubled
            JsonNode done = Driving.until(shop, id, () -> true);
            assertThat(done.get("status").textValue()).isEqualTo("done");
            assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
            String customer = AnOrder.example("licenses").customerEmail();
            assertThat(shop.mailbox().to(customer)).hasSizeBetween(2, 3);
        }
    }

    /** Runs the README's command without Maven until it has told that step, and kills it. */
    private static String killedAt(String step, Path data) throws IOException {
        ProcessBuilder command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dafterorder.order=events/orders/licenses.json",
                        "-Dafterorder.port=0",
                        "-Dafterorder.data=" + data,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "afterorder.run.Main"))
                .directory(Shop.ROOT.toFile())
                .redirectErrorStream(true);
        Process process = command.start();
        // Who waits for a step that is not told is to hear what was.
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (BufferedReader lines = process.inputReader()) {
            String line = firstLine(lines, told -> told.contains(step));
            process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
            return line.strip().split("\\s+")[2];
        }
    }

    private static String firstLine(BufferedReader lines, Predicate<String> wanted) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            if (wanted.test(line)) return line;
        }
        throw new AssertionError("the step was not told:\n" + all);
    }
}
