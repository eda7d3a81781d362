package afterorder.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Shop;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.function.FunctionStatistics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The daily call that keeps the snapshots of functions: real events without effect, which need no case of their own. Alone, as
 * it starts every function at once.
 */
@Isolated
class KeepAliveTest {
    private static final Set<String> READS = Set.of("GetItem", "Query", "GetObject", "GetSecretValue");
    private static final Duration ALL_START = Duration.ofMinutes(3);

    @Test
    void every_function_answers_its_daily_call_and_changes_nothing(@TempDir Path data) {
        try (Shop shop = Shop.open(data, Map.of("KeepAlive", "ENABLED"))) {
            shop.clock().advances("P1D");
            int functions = shop.cloud().template().functions().size();
            Awaitility.await().atMost(ALL_START).untilAsserted(() -> assertThat(
                            shop.cloud().functions().statistics())
                    .hasSize(functions)
                    .allMatch(figures -> figures.invocations() > 0));
            assertThat(shop.cloud().functions().statistics())
                    .extracting(FunctionStatistics::errors)
                    .containsOnly(0L);
            List<String> called = shop.cloud().calls().entries().stream()
                    .map(CallLog.Entry::call)
                    .filter(call -> !call.service().equals("lambda"))
                    .map(Call::operation)
                    .toList();
            assertThat(READS).containsAll(called);
        }
    }
}
