package afterorder.localcloud.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.localcloud.workflow.integration.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
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
    void what_was_done_before_a_restart_is_not_done_again() throws Exception {
        String machine = cloud.machine(
                "buy",
                "Buy",
                "'Buy':{%s,'Assign':{'bought':'{%% $states.result %%}'},'Next':'Rest'},'Rest':{'Type':'Wait','Seconds':86400,'Next':'Tell'},'Tell':{'Type':'Pass','Output':'{%% $bought %%}','End':true}"
                        .formatted(CALL));
        Execution execution = cloud.start(machine, "{\"order\":1}");
        cloud.awaits(execution, "WaitStateEntered");
        cloud.restart();
        assertThat(cloud.find(execution).status()).isEqualTo(Status.RUNNING);
        cloud.clock.advance(Duration.ofDays(1));
        assertThat(cloud.output(execution).toString()).isEqualTo("{\"order\":1}");
        assertThat(cloud.service.calls).hasSize(1);
    }

    @Test
    void a_task_whose_outcome_is_not_known_is_called_again() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        cloud.service.behavior = _ -> {
            try {
                never.await();
                throw new IllegalStateException("nobody counts");
            } catch (InterruptedException stop) {
                throw new TaskFailure("Interrupted", "the program ends");
            }
        };
        Execution execution = cloud.start(cloud.machine("buy", "Buy", "'Buy':{" + CALL + ",'End':true}"), "{}");
        await().until(() -> cloud.service.calls.size() == 1);
        cloud.workflows.close();
        cloud.service.behavior = arguments -> arguments;
        cloud.restart();
        assertThat(cloud.status(execution)).isEqualTo(Status.SUCCEEDED);
        assertThat(cloud.service.calls).hasSize(2);
        assertThat(cloud.types(execution)).containsOnlyOnce("TaskScheduled", "TaskStarted", "TaskSucceeded");
    }

    @Test
    void a_task_token_outlives_a_restart() throws Exception {
        Execution execution = cloud.start(cloud.machine("ask", "Ask", "'Ask':{" + ASK + ",'End':true}"), "{}");
        cloud.awaits(execution, "TaskSubmitted");
        cloud.restart();
        cloud.succeed(cloud.service.calls.getFirst().get("token").asText(), "\"yes\"");
        assertThat(cloud.output(execution).asText()).isEqualTo("yes");
        assertThat(cloud.service.calls).hasSize(1);
    }

    @Test
    void an_answer_that_was_taken_is_not_lost_when_the_program_ends() throws Exception {
        Execution execution = cloud.start(cloud.machine("ask", "Ask", "'Ask':{" + ASK + ",'End':true}"), "{}");
        cloud.awaits(execution, "TaskSubmitted");
        cloud.find(execution).suspend();
        cloud.succeed(cloud.service.calls.getFirst().get("token").asText(), "\"yes\"");
        cloud.restart();
        assertThat(cloud.output(execution).asText()).isEqualTo("yes");
    }

    @Test
    void a_timeout_that_passed_while_the_program_was_down_fires_at_its_start() throws Exception {
        String states = "'Ask':{" + ASK + ",'TimeoutSeconds':60,'End':true}";
        Execution execution = cloud.start(cloud.machine("ask", "Ask", states), "{}");
        cloud.awaits(execution, "TaskSubmitted");
        cloud.workflows.close();
        cloud.clock.advance(Duration.ofMinutes(2));
        cloud.restart();
        assertThat(cloud.error(execution)).isEqualTo("States.Timeout");
    }

    /** Whatever the last line on the disk was when the program was killed, the end is the same. */
    @Test
    void an_execution_goes_on_from_every_point_of_its_journal_to_the_same_end() throws Exception {
        String machine = cloud.machine("all", "Each", """
                'Each':{'Type':'Map','MaxConcurrency':1,'ItemProcessor':{'StartAt':'Call','States':{
                    'Call':{%s,'Retry':[{'ErrorEquals':['Odd'],'IntervalSeconds':1,'MaxAttempts':1}],
                        'Catch':[{'ErrorEquals':['Odd'],'Next':'Odd'}],'End':true},
                    'Odd':{'Type':'Pass','Output':'odd','End':true}}},'Assign':{'each':'{%% $states.result %%}'},'Next':'Both'},
                'Both':{'Type':'Parallel','Branches':[
                    {'StartAt':'Left','States':{'Left':{'Type':'Wait','Seconds':0,'End':true}}},
                    {'StartAt':'Right','States':{'Right':{'Type':'Fail','Error':'Right'}}}],
                    'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Done'}],'End':true},
                'Done':{'Type':'Pass','Output':'{%% [$each, $states.input.Error] %%}','End':true}
                """.formatted(CALL));
        cloud.service.behavior = arguments -> {
            if (arguments.asInt() % 2 == 1) throw new TaskFailure("Odd", "it is odd");
            return arguments;
        };
        Execution execution = cloud.start(machine, "[1,2]");
        await().until(() -> {
            cloud.clock.advance(Duration.ofSeconds(2));
            return execution.status() != Status.RUNNING;
        });
        JsonNode output = cloud.output(execution);
        assertThat(output.toString()).isEqualTo("[\"odd\",2,\"Right\"]");
        int calls = cloud.service.calls.size();
        Path journal = directory.resolve("workflows/all/executions/" + execution.name() + ".jsonl");
        List<String> lines = Files.readAllLines(journal);
        for (int kept = 1; kept < lines.size(); kept++) {
            cloud.workflows.close();
            cloud.service.calls.clear();
            Files.write(journal, lines.subList(0, kept));
            Files.writeString(journal, "{\"id\":" + kept, StandardOpenOption.APPEND);
            cloud.restart();
            int killedAfter = kept;
            await().until(() -> {
                cloud.clock.advance(Duration.ofSeconds(2));
                return cloud.find(execution).status() != Status.RUNNING;
            });
            assertThat(cloud.output(execution))
                    .as("killed after line %d", killedAfter)
                    .isEqualTo(output);
            assertThat(cloud.service.calls).hasSizeLessThanOrEqualTo(calls);
            Set<Long> ids = new HashSet<>();
            assertThat(cloud.find(execution).history()).allMatch(event -> ids.add(event.id()));
        }
    }
}
