package afterorder.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Shop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A spread of what {@link ExhaustiveCrashTest} tries: in some scenarios, others each time, something goes wrong at every
 * so-manieth call of AWS. {@code -Dseed=} repeats a run, {@code -Dscenario=} chooses among those only that are named so.
 */
class CrashTest {
    private static final int MOST_SCENARIOS = 3;
    private static final int FAULTS_A_SCENARIO = 6;
    private static final long SEED = Long.getLong("seed", System.currentTimeMillis());
    private static final List<Scenario> SCENARIOS = some();

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    @Tag("S3")
    @Tag("S34")
    @Tag("S35")
    @Tag("S36")
    @Tag("S44")
    @Tag("S45")
    void an_order_comes_to_its_end_once_whatever_goes_wrong_on_its_way(Scenario scenario, @TempDir Path data) {
        Laboratory laboratory = new Laboratory(scenario);
        try (Shop shop = laboratory.opens(data)) {
            Undisturbed undisturbed = laboratory.undisturbed(shop);
            List<List<Fault>> faults = spread(Fault.at(undisturbed.calls()), scenario);
            List<Outcome> outcomes = laboratory.wave(shop, faults, undisturbed);
            assertThat(outcomes.stream().filter(outcome -> !outcome.isGood()).map(Outcome::line))
                    .as("with -Dseed=" + SEED)
                    .isEmpty();
        }
    }

    private static List<Scenario> some() {
        List<Scenario> chosen = new ArrayList<>(Scenarios.chosen());
        Collections.shuffle(chosen, new Random(SEED));
        return chosen.subList(0, Math.min(MOST_SCENARIOS, chosen.size()));
    }

    private static List<List<Fault>> spread(List<Fault> all, Scenario scenario) {
        RandomGenerator chance = RandomGeneratorFactory.of("Xoroshiro128PlusPlus")
                .create(SEED + scenario.name().hashCode());
        int count = Math.min(FAULTS_A_SCENARIO, scenario.mostAtOnce());
        double offset = chance.nextDouble();
        List<List<Fault>> some = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            some.add(List.of(all.get((int) ((number + offset) * all.size() / count))));
        }
        return some;
    }
}
