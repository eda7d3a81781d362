package afterorder.localcloud.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.workflow.execution.Execution;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private static final String WAIT = "'Wait':{'Type':'Wait','Seconds':60,'End':true}";

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
    void the_same_start_again_is_the_same_execution_until_it_ended_and_a_new_one_after_90_days() throws Exception {
        ObjectNode start = Cloud.object()
                .put("stateMachineArn", cloud.machine("wait", "Wait", WAIT))
                .put("name", "order-1")
                .put("input", "{}");
        var first = cloud.call("StartExecution", start);
        assertThat(cloud.call("StartExecution", start)).isEqualTo(first);
        assertThat(refusal("StartExecution", start.deepCopy().put("input", "[]")))
                .isEqualTo("ExecutionAlreadyExists");
        Execution execution =
                cloud.workflows.execution(first.get("executionArn").asText());
        cloud.awaits(execution, "WaitStateEntered");
        cloud.clock.advance(Duration.ofMinutes(1));
        cloud.status(execution);
        assertThat(refusal("StartExecution", start)).isEqualTo("ExecutionAlreadyExists");
        cloud.clock.advance(Duration.ofDays(91));
        assertThat(cloud.call("StartExecution", start).get("startDate").asDouble())
                .isGreaterThan(first.get("startDate").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#b", "a/b", "ü", "a:b", "a*"})
    void names_that_aws_refuses_are_refused(String name) {
        ObjectNode start = Cloud.object().put("stateMachineArn", cloud.machine("wait", "Wait", WAIT));
        assertThat(refusal("StartExecution", start.put("name", name))).isEqualTo("InvalidName");
        assertThat(refusal("StartExecution", start.put("name", "x".repeat(81)))).isEqualTo("InvalidName");
    }

    @Test
    void a_token_is_answered_once() throws Exception {
        String states = "'Ask':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                + "'Arguments':{'token':'{% $states.context.Task.Token %}'},'End':true}";
        Execution execution = cloud.start(cloud.machine("ask", "Ask", states), "{}");
        cloud.awaits(execution, "TaskSubmitted");
        ObjectNode answer = Cloud.object()
                .put("taskToken", cloud.service.calls.getFirst().get("token").asText());
        cloud.call("SendTaskSuccess", answer.deepCopy().put("output", "1"));
        assertThat(refusal("SendTaskSuccess", answer.deepCopy().put("output", "2")))
                .isEqualTo("TaskTimedOut");
        assertThat(refusal("SendTaskHeartbeat", answer)).isEqualTo("TaskTimedOut");
        assertThat(refusal("SendTaskHeartbeat", Cloud.object().put("taskToken", "none")))
                .isEqualTo("InvalidToken");
        assertThat(cloud.output(execution).asInt()).isEqualTo(1);
    }

    @Test
    void a_new_definition_under_the_name_is_a_new_revision_that_running_executions_do_not_follow() throws Exception {
        String machine = cloud.machine("wait", "Wait", "'Wait':{'Type':'Wait','Seconds':60,'Output':1,'End':true}");
        Execution old = cloud.start(machine, "{}");
        cloud.awaits(old, "WaitStateEntered");
        assertThat(cloud.machine("wait", "New", "'New':{'Type':'Pass','Output':2,'End':true}"))
                .isEqualTo(machine);
        assertThat(cloud.output(cloud.start(machine, "{}")).asInt()).isEqualTo(2);
        cloud.restart();
        cloud.clock.advance(Duration.ofMinutes(1));
        assertThat(cloud.output(old).asInt()).isEqualTo(1);
    }

    @Test
    void what_the_local_cloud_does_not_know_it_refuses_by_name() {
        assertThat(refusal("RedriveExecution", Cloud.object())).isEqualTo("UnknownOperationException");
        ObjectNode create = Cloud.object().put("name", "x").put("publish", true);
        AwsError error = catchThrowableOfType(AwsError.class, () -> cloud.call("CreateStateMachine", create));
        assertThat(error).hasMessageContaining("'publish'");
    }

    @Test
    void histories_are_told_in_pages() throws Exception {
        Execution execution =
                cloud.start(cloud.machine("pass", "Pass", "'Pass':{'Type':'Pass','End':true}"), "{\"a\":1}");
        cloud.status(execution);
        ObjectNode ask = Cloud.object().put("executionArn", execution.arn()).put("maxResults", 3);
        var first = cloud.call("GetExecutionHistory", ask);
        assertThat(first.get("events")).hasSize(3);
        assertThat(first.at("/events/1/stateEnteredEventDetails/input").asText())
                .isEqualTo("{\"a\":1}");
        var rest = cloud.call(
                "GetExecutionHistory",
                ask.put("nextToken", first.get("nextToken").asText()));
        assertThat(rest.at("/events/0/type").asText()).isEqualTo("ExecutionSucceeded");
        assertThat(rest.has("nextToken")).isFalse();
    }

    private String refusal(String operation, ObjectNode request) {
        return catchThrowableOfType(AwsError.class, () -> cloud.call(operation, request))
                .code();
    }
}
