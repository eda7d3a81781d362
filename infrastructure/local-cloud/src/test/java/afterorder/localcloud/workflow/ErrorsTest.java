package afterorder.localcloud.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.integration.TaskFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    private static final String CALL = "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage'";
    private static final String ASK =
            "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Arguments':{'token':'{% $states.context.Task.Token %}'}";

    @TempDir
    Path directory;

    Cloud cloud;

    @BeforeEach
    void open() {
        cloud = new Cloud(directory);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void retries_back_off_on_the_moved_clock_up_to_the_longest_delay() throws Exception {
        cloud.service.behavior = _ -> {
            throw new TaskFailure("Busy", "later");
        };
        String retry =
                "'Retry':[{'ErrorEquals':['Busy'],'IntervalSeconds':3600,'BackoffRate':2,'MaxDelaySeconds':7200,'MaxAttempts':3}]";
        Execution execution =
                cloud.start(cloud.machine("buy", "Buy", "'Buy':{" + CALL + "," + retry + ",'End':true}"), "{}");
        for (int hours : new int[] {1, 2, 2}) {
            int calls = cloud.service.calls.size();
            await().until(() ->
                    cloud.types(execution).stream().filter("TaskFailed"::equals).count() == Math.max(1, calls));
            cloud.clock.advance(Duration.ofHours(hours));
            await().until(() -> cloud.service.calls.size() > Math.max(1, calls));
        }
        assertThat(cloud.error(execution)).isEqualTo("Busy");
        List<Instant> attempts = cloud.find(execution).history().stream()
                .filter(event -> event.type().equals("TaskScheduled"))
                .map(Event::at)
                .toList();
        assertThat(attempts).hasSize(4);
        assertThat(Duration.between(attempts.get(0), attempts.get(3))).isGreaterThan(Duration.ofHours(5));
    }

    @Test
    void a_missed_heartbeat_is_caught_by_its_own_name_and_told_as_a_timeout() throws Exception {
        String states = "'Ask':{" + ASK + ",'HeartbeatSeconds':60,'Catch':[{'ErrorEquals':['States.HeartbeatTimeout'],"
                + "'Output':'{% $states.errorOutput.Error %}','Next':'Late'}],'End':true},'Late':{'Type':'Succeed'}";
        Execution execution = cloud.start(cloud.machine("ask", "Ask", states), "{}");
        cloud.awaits(execution, "TaskSubmitted");
        String token = cloud.service.calls.getFirst().get("token").asText();
        cloud.clock.advance(Duration.ofSeconds(50));
        cloud.call("SendTaskHeartbeat", Cloud.object().put("taskToken", token));
        cloud.clock.advance(Duration.ofSeconds(50));
        assertThat(cloud.find(execution).status()).isEqualTo(Status.RUNNING);
        cloud.clock.advance(Duration.ofSeconds(20));
        assertThat(cloud.output(execution).asText()).isEqualTo("States.Timeout");
    }

    @Test
    void a_branch_that_fails_stops_the_others_and_their_tokens() throws Exception {
        String states = "'Both':{'Type':'Parallel','Branches':[{'StartAt':'Ask','States':{'Ask':{" + ASK
                + ",'End':true}}},{'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':60,'Next':'No'},"
                + "'No':{'Type':'Fail','Error':'No'}}}],'End':true}";
        Execution execution = cloud.start(cloud.machine("both", "Both", states), "{}");
        cloud.awaits(execution, "TaskSubmitted");
        cloud.awaits(execution, "WaitStateEntered");
        cloud.clock.advance(Duration.ofSeconds(61));
        assertThat(cloud.error(execution)).isEqualTo("No");
        String token = cloud.service.calls.getFirst().get("token").asText();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                afterorder.localcloud.edge.AwsError.class, () -> cloud.succeed(token, "1"))
                        .code())
                .isEqualTo("TaskTimedOut");
    }

    @ParameterizedTest
    @CsvSource({
        "States.ALL, caught",
        "States.TaskFailed, caught",
        "Busy, caught",
        "Other, Busy",
    })
    void errors_are_caught_by_the_names_that_match(String name, String seen) throws Exception {
        cloud.service.behavior = _ -> {
            throw new TaskFailure("Busy", "later");
        };
        String states = "'Buy':{" + CALL + ",'Catch':[{'ErrorEquals':['" + name
                + "'],'Next':'Caught'}],'End':true},'Caught':{'Type':'Fail','Error':'caught'}";
        assertThat(cloud.error(cloud.start(cloud.machine("buy", "Buy", states), "{}")))
                .isEqualTo(seen);
    }

    @Test
    void what_is_too_large_is_not_caught_by_all() throws Exception {
        String states = "'Buy':{" + CALL + ",'Output':'{% $string([1..100000]) %}','Catch':[{'ErrorEquals':"
                + "['States.ALL'],'Next':'Caught'}],'End':true},'Caught':{'Type':'Succeed'}";
        assertThat(cloud.error(cloud.start(cloud.machine("buy", "Buy", states), "{}")))
                .isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void a_choice_without_a_match_fails_by_its_name() throws Exception {
        String states = "'Which':{'Type':'Choice','Choices':[{'Condition':'{% $states.input.a = 1 %}','Next':'One'}]},"
                + "'One':{'Type':'Succeed'}";
        assertThat(cloud.error(cloud.start(cloud.machine("which", "Which", states), "{}")))
                .isEqualTo("States.NoChoiceMatched");
    }
}
