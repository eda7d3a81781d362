package afterorder.localcloud.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionRunnerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path jar;
    private MovableClock clock;
    private FunctionRunner runner;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        jar = FunctionJar.in(folder);
        clock = new MovableClock(folder.resolve("clock.json"));
        runner = new FunctionRunner(
                RunnerSettings.defaults(folder, URI.create("http://127.0.0.1:4566"), "eu-central-1"),
                List.of(
                        ASample.named("sample").with("TABLE", "orders").in(jar),
                        ASample.named("parallel").in(jar),
                        ASample.named("serial").in(jar),
                        ASample.named("brief")
                                .withTimeout(Duration.ofSeconds(1))
                                .in(jar),
                        ASample.named("snapshot")
                                .handledBy(SnapshotFunction.class)
                                .withSnapStart()
                                .in(jar),
                        ASample.named("broken").handledBy(BrokenFunction.class).in(jar),
                        ASample.named("reserved").withReservedConcurrency(1).in(jar)),
                clock,
                (function, environment) -> new Credentials("key of " + function, "secret of " + environment));
    }

    @AfterAll
    void ends() throws Exception {
        runner.close();
        clock.close();
    }

    @Test
    void gives_the_event_to_the_handler_and_its_answer_back() {
        assertThat(invoke("sample", "do", "echo", "text", "Grüße")).isEqualTo(json("do", "echo", "text", "Grüße"));
    }

    @Test
    void gives_the_environment_of_the_template_and_of_lambda_and_nothing_else() {
        JsonNode environment = invoke("sample", "do", "environment");
        assertThat(environment.path("TABLE").textValue()).isEqualTo("orders");
        assertThat(environment.path("AWS_ACCESS_KEY_ID").textValue()).isEqualTo("key of sample");
        assertThat(environment.path("AWS_SECRET_ACCESS_KEY").textValue()).startsWith("secret of sample-");
        assertThat(environment.path("AWS_ENDPOINT_URL").textValue()).isEqualTo("http://127.0.0.1:4566");
        assertThat(environment.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").textValue())
                .isEqualTo("128");
        assertThat(environment.path("TZ").textValue()).isEqualTo(":UTC");
        assertThat(environment.has("HOME")).isFalse();
    }

    @Test
    void tells_the_invocation_by_which_arn_it_came_and_how_long_it_may_take() {
        JsonNode context = invoke(ASample.ARN + "sample:live", "do", "context");
        assertThat(context.path("arn").textValue()).isEqualTo(ASample.ARN + "sample:live");
        assertThat(context.path("remaining").longValue()).isBetween(1L, 3000L);
        assertThat(context.path("loader").textValue()).isEqualTo("CustomerClassLoader");
    }

    @Test
    void answers_an_exception_as_lambda_does_and_goes_on() {
        JsonNode error = invokeWithError("sample", "do", "throw");
        assertThat(error.path("errorType").textValue()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(error.path("errorMessage").textValue()).isEqualTo("no such order");
        assertThat(invoke("sample", "do", "echo")).isEqualTo(json("do", "echo"));
    }

    @Test
    void an_exit_is_a_crash_whatever_its_code() {
        assertThat(invokeWithError("sample", "do", "exit", "code", 0)
                        .path("errorMessage")
                        .textValue())
                .matches("RequestId: .* Error: Runtime exited without providing a reason");
        JsonNode error = invokeWithError("sample", "do", "exit", "code", 7);
        assertThat(error.path("errorType").textValue()).isEqualTo("Runtime.ExitError");
        assertThat(error.path("errorMessage").textValue())
                .matches("RequestId: .* Error: Runtime exited with error: exit status 7");
    }

    @Test
    void an_invocation_that_takes_too_long_ends_with_its_process() {
        JsonNode error = invokeWithError("brief", "do", "hang");
        assertThat(error.path("errorType").textValue()).isEqualTo("Sandbox.Timedout");
        assertThat(error.path("errorMessage").textValue())
                .matches("RequestId: .* Error: Task timed out after 1.00 seconds");
    }

    @Test
    void a_function_that_needs_more_memory_than_it_has_crashes() {
        assertThat(invokeWithError("sample", "do", "fill memory")
                        .path("errorType")
                        .textValue())
                .isEqualTo("Runtime.ExitError");
    }

    @Test
    void an_environment_can_be_killed_in_the_middle_of_an_invocation() {
        CompletableFuture<Functions.Answer> answer = runner.invoke("sample", bytes("do", "hang"));
        await().until(() -> runner.environments().stream()
                .filter(environment -> environment.function().equals("sample"))
                .filter(environment -> environment.requestId().isPresent())
                .anyMatch(environment -> runner.kill(environment.id())));
        assertThat(parse(answer.join()).path("errorMessage").textValue()).endsWith("signal: killed");
    }

    @Test
    void takes_one_invocation_at_a_time_in_each_environment_and_starts_more_up_to_the_bound() {
        List<CompletableFuture<Functions.Answer>> answers = IntStream.range(0, 3)
                .mapToObj(number -> runner.invoke("parallel", bytes("do", "hang")))
                .toList();
        await().untilAsserted(() ->
                assertThat(requestsUnderWay("parallel")).hasSize(2).doesNotHaveDuplicates());
        assertThat(runner.environments())
                .filteredOn(environment -> environment.function().equals("parallel"))
                .hasSize(2);
        runner.environments().stream()
                .filter(environment -> environment.function().equals("parallel"))
                .forEach(environment -> runner.kill(environment.id()));
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 2);
        await().until(() -> requestsUnderWay("parallel").size() == 1);
    }

    @Test
    void uses_an_idle_environment_again() {
        for (int number = 0; number < 50; number++) invoke("serial", "do", "echo");
        assertThat(runner.statistics())
                .filteredOn(figures -> figures.function().equals("serial"))
                .extracting(FunctionStatistics::invocations, FunctionStatistics::coldStarts)
                .containsExactly(tuple(50L, 1L));
    }

    @Test
    void throttles_what_exceeds_the_reserved_concurrency() {
        CompletableFuture<Functions.Answer> first = runner.invoke("reserved", bytes("do", "echo"));
        assertThatThrownBy(() -> runner.invoke("reserved", bytes("do", "echo")))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.status()).isEqualTo(429));
        first.join();
    }

    @Test
    void calls_the_hooks_of_a_snapshot_before_the_first_invocation() {
        assertThat(invoke("snapshot")).isEqualTo(JSON.valueToTree(List.of("before checkpoint", "after restore")));
    }

    @Test
    void a_function_that_cannot_be_made_answers_why_each_time() {
        invokeWithError("broken");
        JsonNode error = invokeWithError("broken");
        assertThat(error.path("errorMessage").textValue()).contains("TABLE is not set");
    }

    @Test
    void refuses_events_and_answers_that_are_too_large() {
        assertThatThrownBy(() -> runner.invoke("sample", new byte[6_291_457]))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("RequestTooLargeException"));
        JsonNode error = invokeWithError("sample", "do", "large", "size", 6_300_000);
        assertThat(error.path("errorType").textValue()).isEqualTo("Function.ResponseSizeTooLarge");
        assertThat(invoke("sample", "do", "large", "size", 6_000_000).textValue())
                .hasSize(6_000_000);
    }

    @Test
    void does_not_know_other_functions() {
        assertThatThrownBy(() -> runner.invoke("other", bytes()))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("ResourceNotFoundException"));
    }

    @Test
    void keeps_what_a_function_writes_and_counts_what_it_does() {
        invoke("sample", "do", "print", "text", "a line of mine");
        await().untilAsserted(() -> assertThat(runner.log("sample")).anySatisfy(line -> {
            assertThat(line.text()).isEqualTo("a line of mine");
            assertThat(line.requestId()).isPresent();
        }));
        assertThat(runner.statistics().getFirst()).satisfies(figures -> {
            assertThat(figures.invocations()).isPositive();
            assertThat(figures.coldStarts()).isPositive();
            assertThat(figures.peakMemoryBytes()).isGreaterThan(20_000_000);
        });
    }

    @Test
    void starts_a_function_with_the_classes_that_were_archived_of_its_jar(@TempDir Path data) throws Exception {
        Path archives = data.resolve("archives");
        RunnerSettings settings = RunnerSettings.defaults(data, URI.create("http://127.0.0.1:4566"), "eu-central-1")
                .withClassArchives(Optional.of(archives));
        try (FunctionRunner fast = new FunctionRunner(
                settings,
                List.of(ASample.named("sample").in(jar)),
                clock,
                (function, environment) -> new Credentials("", ""))) {
            fast.archiveClasses();
            fast.archiveClasses();
            try (Stream<Path> made = Files.list(archives)) {
                assertThat(made).hasSize(1);
            }
            JsonNode context = JSON.readTree(
                    fast.invoke("sample", json("do", "context").toString().getBytes())
                            .join()
                            .payload());
            assertThat(context.path("loader").textValue()).isEqualTo("AppClassLoader");
        }
    }

    @Test
    void ends_what_a_former_local_cloud_left_over(@TempDir Path data) throws Exception {
        Process leftOver = new ProcessBuilder("sleep", "600").start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Path processes = Files.createDirectories(data.resolve("functions/processes"));
        new ProcessRegister(processes).add(leftOver.toHandle());
        Files.writeString(processes.resolve(Long.toString(stranger.pid())), "2020-01-01T00:00:00Z");
        RunnerSettings settings = RunnerSettings.defaults(data, URI.create("http://127.0.0.1:4566"), "eu-central-1");
        new FunctionRunner(settings, List.of(), clock, (function, environment) -> new Credentials("", "")).close();
        assertThat(leftOver.waitFor()).isEqualTo(137);
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
        assertThat(processes).isEmptyDirectory();
    }

    @Test
    void functions_end_with_the_local_cloud_even_when_it_is_killed(@TempDir Path data) throws Exception {
        Process localCloud = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunnerProcess.class.getName(),
                        data.toString(),
                        jar.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid = Long.parseLong(localCloud.inputReader().readLine());
        ProcessHandle function = ProcessHandle.of(pid).orElseThrow();
        localCloud.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(5)).until(() -> !function.isAlive());
    }

    private List<String> requestsUnderWay(String function) {
        return runner.environments().stream()
                .filter(environment -> environment.function().equals(function))
                .flatMap(environment -> environment.requestId().stream())
                .toList();
    }

    private JsonNode invoke(String function, Object... event) {
        Functions.Answer answer = runner.invoke(function, bytes(event)).join();
        assertThat(answer.error())
                .as(() -> new String(answer.payload(), StandardCharsets.UTF_8))
                .isEmpty();
        return parse(answer);
    }

    private JsonNode invokeWithError(String function, Object... event) {
        Functions.Answer answer = runner.invoke(function, bytes(event)).join();
        assertThat(answer.error()).contains("Unhandled");
        return parse(answer);
    }

    private JsonNode parse(Functions.Answer answer) {
        try {
            return JSON.readTree(answer.payload());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(Object... event) {
        return json(event).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(Object... keysAndValues) {
        Map<String, Object> object = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return JSON.valueToTree(object);
    }
}
