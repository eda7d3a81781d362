package afterorder.localcloud.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ScheduleRule DAILY = new ScheduleRule(
            "arn:aws:events:eu-central-1:000000000000:rule/due-work",
            "rate(1 day)",
            "due-work",
            RetryPolicy.DEFAULT,
            Optional.empty());

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private MovableClock clock;
    private Schedule schedule;

    @BeforeEach
    void startsAtNoon(@TempDir Path folder) {
        clock = new MovableClock(folder.resolve("clock.json"));
        clock.moveTo(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36)));
    }

    @AfterEach
    void ends() {
        schedule.close();
        clock.close();
    }

    @Test
    void a_jump_over_many_due_times_fires_once_at_the_new_time() {
        schedule = new Schedule(DAILY, answering(false), clock);
        Instant wanted = clock.instant().plus(Duration.ofDays(30));
        clock.moveTo(wanted);
        await().untilAsserted(() -> assertThat(events).hasSize(1));
        clock.advance(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(events).hasSize(2));
        JsonNode event = events.getFirst();
        assertThat(Instant.parse(event.path("time").textValue()))
                .isBetween(wanted.truncatedTo(ChronoUnit.SECONDS), wanted.plusSeconds(10));
        assertThat(event.path("detail-type").textValue()).isEqualTo("Scheduled Event");
        assertThat(event.path("source").textValue()).isEqualTo("aws.events");
        assertThat(event.path("account").textValue()).isEqualTo("000000000000");
        assertThat(event.path("region").textValue()).isEqualTo("eu-central-1");
        assertThat(event.path("resources").path(0).textValue()).isEqualTo(DAILY.arn());
        assertThat(event.path("detail").isObject()).isTrue();
    }

    @Test
    void a_failed_invocation_is_tried_twice_more_after_one_and_two_minutes() {
        schedule = new Schedule(DAILY, answering(true), clock);
        clock.advance(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(events).hasSize(1));
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(events).hasSize(2));
        clock.advance(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(events).hasSize(3));
        assertThat(events.stream().distinct()).hasSize(1);
        clock.advance(Duration.ofHours(1));
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(events).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({"0, 6h", "2, 1m"})
    void a_function_may_want_no_further_try_or_none_of_an_old_event(int retries, String longestAge) {
        RetryPolicy policy = new RetryPolicy(retries, Duration.parse("PT" + longestAge));
        ScheduleRule rule = new ScheduleRule(DAILY.arn(), "rate(1 day)", "due-work", policy, Optional.empty());
        schedule = new Schedule(rule, answering(true), clock);
        clock.advance(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(events).hasSize(1));
        clock.advance(Duration.ofMinutes(10));
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(events).hasSize(1));
    }

    private Functions answering(boolean failing) {
        return (function, event) -> {
            try {
                events.add(JSON.readTree(event));
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
            Optional<String> error = failing ? Optional.of("Unhandled") : Optional.empty();
            return CompletableFuture.completedFuture(new Functions.Answer(new byte[0], error));
        };
    }
}
