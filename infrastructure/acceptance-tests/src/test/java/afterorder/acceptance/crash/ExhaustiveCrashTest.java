package afterorder.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whatever goes wrong at whichever call of AWS, an order comes to its end, once. Each fault is tried that a scenario can have,
 * then pairs of them; what was tried stands in a file below {@code target/exhaustive}, from which a run that was broken off
 * goes on. {@code -Dpairs=} says how many for each scenario, {@code -Dseed=} which, {@code -Dscenario=} tries one only.
 */
@Tag("exhaustive")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExhaustiveCrashTest {
    private static final int PAIRS = Integer.getInteger("pairs", 48);
    private static final long SEED = Long.getLong("seed", System.currentTimeMillis());
    private static final List<Scenario> SCENARIOS = Scenarios.chosen();
    private static final ResultFile RESULTS = ResultFile.ofThisVersion();
    private static final Map<String, Undisturbed> RECORDED = new HashMap<>();

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    @Order(1)
    void everything_comes_about_once_whatever_goes_wrong_at_whichever_call(Scenario scenario, @TempDir Path data)
            throws IOException {
        List<List<Fault>> single = Fault.at(undisturbed(scenario, data).calls()).stream()
                .map(List::of)
                .toList();
        isHarmless(scenario, single, data);
    }

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    @Order(2)
    void everything_comes_about_once_whatever_two_things_go_wrong(Scenario scenario, @TempDir Path data)
            throws IOException {
        RandomGenerator chance = RandomGeneratorFactory.of("Xoroshiro128PlusPlus")
                .create(SEED + scenario.name().hashCode());
        List<Fault> all = Fault.at(undisturbed(scenario, data).calls());
        List<List<Fault>> pairs = Stream.generate(
                        () -> List.of(all.get(chance.nextInt(all.size())), all.get(chance.nextInt(all.size()))))
                .limit(PAIRS)
                .toList();
        isHarmless(scenario, pairs, data);
    }

    @AfterAll
    static void reports() {
        System.out.printf(
                "%n%s%nPairs with -Dseed=%d; each run stands in %s%n", Report.of(RESULTS.lines()), SEED, RESULTS);
    }

    /** Once for each scenario. */
    private static Undisturbed undisturbed(Scenario scenario, Path data) throws IOException {
        Undisturbed known = RECORDED.get(scenario.name());
        if (known != null) return known;
        Laboratory laboratory = new Laboratory(scenario);
        try (Shop shop = laboratory.opens(Files.createTempDirectory(data, "undisturbed"))) {
            Undisturbed recorded = laboratory.undisturbed(shop);
            RECORDED.put(scenario.name(), recorded);
            return recorded;
        }
    }

    private static void isHarmless(Scenario scenario, List<List<Fault>> faults, Path data) throws IOException {
        Laboratory laboratory = new Laboratory(scenario);
        Set<String> done = RESULTS.done();
        List<List<Fault>> open = faults.stream()
                .filter(some -> !done.contains(Outcome.key(scenario.name(), some)))
                .toList();
        List<Outcome> bad = new ArrayList<>();
        int atOnce = scenario.mostAtOnce();
        for (int first = 0; first < open.size(); first += atOnce) {
            List<List<Fault>> some = open.subList(first, Math.min(open.size(), first + atOnce));
            Undisturbed undisturbed = undisturbed(scenario, data);
            try (Shop shop = laboratory.opens(Files.createTempDirectory(data, "wave"))) {
                List<Outcome> outcomes = laboratory.wave(shop, some, undisturbed);
                RESULTS.append(outcomes);
                outcomes.stream().filter(outcome -> !outcome.isGood()).forEach(bad::add);
            }
        }
        assertThat(bad.stream().map(Outcome::line)).as("see " + RESULTS).isEmpty();
    }
}
