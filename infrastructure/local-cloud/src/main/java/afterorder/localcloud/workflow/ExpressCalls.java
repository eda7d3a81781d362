package afterorder.localcloud.workflow;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.workflow.execution.Environment;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.history.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Executions of state machines of type EXPRESS: their caller waits for the end, nothing is kept. */
final class ExpressCalls {
    private final MachineCalls machines;
    private final Environment environment;
    private final String account;

    ExpressCalls(MachineCalls machines, Environment environment, String account) {
        this.machines = machines;
        this.environment = environment;
        this.account = account;
    }

    JsonNode start(JsonNode parameters) {
        Request request =
                new Request(parameters, Set.of("stateMachineArn", "name", "input", "traceHeader", "includedData"));
        StateMachine machine = machines.find(request);
        if (!machine.express()) throw ExecutionCalls.typeNotSupported();
        String name = ExecutionCalls.name(request);
        String arn = "arn:aws:states:" + environment.region() + ":" + account + ":express:"
                + machine.stored().name() + ":" + name + ":" + UUID.randomUUID();
        Execution execution = Execution.start(
                arn, name, machine.latest(), ExecutionCalls.input(request), environment, Journal.inMemory());
        ObjectNode answer = Answers.description(ended(execution));
        answer.remove("redriveCount");
        answer.putObject("outputDetails").put("included", true);
        answer.putObject("billingDetails")
                .put("billedDurationInMilliseconds", 100)
                .put("billedMemoryUsedInMB", 64);
        return answer;
    }

    private static Execution ended(Execution execution) {
        try {
            return execution.ended().get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AwsError(503, "ServiceUnavailable", "the local cloud ends");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
