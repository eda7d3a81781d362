package afterorder.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whatever goes wrong at whichever call of AWS, an order comes to its end, once. Each fault is tried that a scenario can have;
 * what was tried stands in a file below {@code target/exhaustive}, from which a run that was broken off goes on.
 */
@Tag("exhaustive")
class ExhaustiveCrashTest {
    private static final int AT_ONCE = Integer.getInteger("at.once", 16);
    private static final List<Scenario> SCENARIOS = Scenarios.ALL;

    private final ResultFile results = ResultFile.ofThisVersion();

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    void everything_comes_about_once_whatever_goes_wrong_at_whichever_call(Scenario scenario, @TempDir Path data)
            throws IOException {
        Instant begun = Instant.now();
        Laboratory laboratory = new Laboratory(scenario);
        Undisturbed undisturbed = laboratory.undisturbed(Files.createTempDirectory(data, "undisturbed"));
        Set<String> done = results.done();
        List<List<Fault>> open = Fault.at(undisturbed.calls()).stream()
                .map(List::of)
                .filter(faults -> !done.contains(Outcome.key(scenario.name(), faults)))
                .toList();
        List<Outcome> bad = new ArrayList<>();
        int atOnce = Math.min(AT_ONCE, scenario.mostAtOnce());
        for (int first = 0; first < open.size(); first += atOnce) {
            List<List<Fault>> some = open.subList(first, Math.min(open.size(), first + atOnce));
            List<Outcome> outcomes = laboratory.wave(Files.createTempDirectory(data, "wave"), some, undisturbed);
            results.append(outcomes);
            outcomes.stream().filter(outcome -> !outcome.isGood()).forEach(bad::add);
        }
        System.out.printf(
                "%s: %d calls, %d runs of %d faults, %d violations, %s%n",
                scenario.name(),
                undisturbed.calls().size(),
                open.size(),
                Fault.at(undisturbed.calls()).size(),
                bad.size(),
                Duration.between(begun, Instant.now()));
        assertThat(bad.stream().map(Outcome::line)).as("see " + results).isEmpty();
    }
}
