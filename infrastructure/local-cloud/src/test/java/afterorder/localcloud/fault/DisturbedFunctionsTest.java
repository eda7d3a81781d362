package afterorder.localcloud.fault;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.function.Functions;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisturbedFunctionsTest {
    private final List<String> invoked = new CopyOnWriteArrayList<>();
    private MovableClock clock;
    private Faults faults;
    private DisturbedFunctions functions;

    @BeforeEach
    void start(@TempDir Path data) {
        clock = new MovableClock(data.resolve("clock.json"));
        faults = new Faults(clock, environment -> {});
        functions = new DisturbedFunctions(this::answer, faults, clock);
    }

    @AfterEach
    void stop() {
        clock.close();
    }

    private CompletableFuture<Functions.Answer> answer(String function, byte[] event) {
        invoked.add(new String(event, StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(new Functions.Answer(event, Optional.empty()));
    }

    @Test
    void a_batch_goes_to_two_invocations_and_other_callers_are_spared() {
        rule("{\"do\": \"deliver-twice\"}");
        invoke("api", "a request");
        invoke("sqs", "a batch");
        invoke("sqs", "the next");
        assertThat(invoked).containsExactly("a request", "a batch", "a batch", "the next");
    }

    @Test
    void a_schedule_runs_twice() {
        rule("{\"function\": \"due-work\", \"do\": \"run-twice\"}");
        invoke("events", "a minute");
        assertThat(invoked).containsExactly("a minute", "a minute");
    }

    @Test
    void a_batch_is_overtaken_by_the_next_one() {
        rule("{\"do\": \"out-of-order\", \"seconds\": 30}");
        CompletableFuture<Functions.Answer> late = invoke("sqs", "first");
        assertThat(invoked).isEmpty();
        invoke("sqs", "second");
        late.join();
        assertThat(invoked).containsExactly("second", "first");
    }

    @Test
    void a_batch_that_nothing_overtakes_comes_all_the_same() {
        rule("{\"do\": \"out-of-order\", \"seconds\": 0.1}");
        invoke("sqs", "alone").join();
        assertThat(invoked).containsExactly("alone");
    }

    @Test
    void the_visibility_of_a_batch_ends_while_its_invocation_runs() {
        Instant before = clock.instant();
        rule("{\"do\": \"deliver-late-twice\", \"by\": \"PT6M\"}");
        invoke("sqs", "slow");
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofMinutes(6)));
    }

    private CompletableFuture<Functions.Answer> invoke(String caller, String event) {
        Call call =
                new Call(clock.instant(), "lambda", "Invoke", new Caller(caller, ""), "due-work", 0, Optional.empty());
        return functions.invoke(call, event.getBytes(StandardCharsets.UTF_8));
    }

    private void rule(String json) {
        try {
            faults.add(RuleReader.read(JsonMapper.builder().build().readTree(json)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }
}
