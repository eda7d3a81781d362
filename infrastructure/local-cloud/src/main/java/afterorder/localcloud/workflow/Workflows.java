package afterorder.localcloud.workflow;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.JsonService;
import afterorder.localcloud.workflow.definition.DefinitionReader;
import afterorder.localcloud.workflow.execution.Environment;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.integration.Integrations;
import afterorder.localcloud.workflow.query.Query;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step Functions: its API ({@code X-Amz-Target: AWSStepFunctions...}), and the executions. */
public final class Workflows implements JsonService, AutoCloseable {
    private final StateMachines stateMachines;
    private final MachineCalls machines;
    private final ExecutionCalls executions;
    private final ExpressCalls express;
    private final TaskCalls tasks;

    /**
     * Executions that ran when the program ended go on once {@link #resume} is called.
     *
     * @param directory of the state machines and journals
     */
    public Workflows(Path directory, MovableClock clock, Integrations integrations, String region, String account) {
        Integrations all = new OwnIntegration(this, integrations);
        DefinitionReader reader = new DefinitionReader(all);
        this.stateMachines = new StateMachines(directory, region, account, reader);
        this.machines = new MachineCalls(stateMachines, reader, clock);
        Environment environment = new Environment(
                clock, new Query(clock), all, region, arn -> execution(arn).ended());
        this.executions = new ExecutionCalls(machines, environment, account);
        this.express = new ExpressCalls(machines, environment, account);
        this.tasks = new TaskCalls(executions);
        stateMachines.all().forEach(executions::load);
    }

    /** Goes on with the executions that ran when the program ended; to be called when what they call is there. */
    public void resume() {
        stateMachines.all().forEach(machine -> machine.executions().values().forEach(Execution::resume));
    }

    /**
     * Makes the state machine, or a new revision of it where it was otherwise.
     *
     * @param type {@code STANDARD} or {@code EXPRESS}
     * @return its ARN
     * @throws AwsError {@code InvalidDefinition}, {@code InvalidName}, {@code StateMachineAlreadyExists} with another type
     */
    public String create(String name, String definition, String roleArn, String type) {
        Request.checkName(name);
        Optional<StateMachine> existing = stateMachines
                .find(stateMachines.arn(name))
                .filter(machine -> machine.stored().type().equals(type));
        if (existing.isEmpty())
            return machines.create(name, definition, roleArn, type, Map.of()).arn();
        StateMachine.Revision latest = existing.get().stored().latest();
        if (!latest.definition().equals(definition) || !latest.roleArn().equals(roleArn))
            machines.update(existing.get(), definition, roleArn);
        return existing.get().arn();
    }

    /** All executions, the latest first. */
    public List<Execution> executions() {
        return stateMachines.all().stream()
                .flatMap(machine -> machine.executions().values().stream())
                .sorted(Comparator.comparing(Execution::started).reversed())
                .toList();
    }

    /** @throws AwsError {@code ExecutionDoesNotExist} */
    public Execution execution(String arn) {
        return executions.find(arn);
    }

    @Override
    public JsonNode call(String operation, JsonNode request) {
        return switch (operation) {
            case "CreateStateMachine" -> machines.create(request);
            case "UpdateStateMachine" -> machines.update(request);
            case "DeleteStateMachine" -> machines.delete(request);
            case "DescribeStateMachine" -> machines.describe(request);
            case "ListStateMachines" -> machines.list(request);
            case "ValidateStateMachineDefinition" -> machines.validate(request);
            case "ListTagsForResource" -> machines.tags(request);
            case "StartExecution" -> executions.start(request);
            case "StartSyncExecution" -> express.start(request);
            case "StopExecution" -> executions.stop(request);
            case "DescribeExecution" -> executions.describe(request);
            case "DescribeStateMachineForExecution" -> executions.describeMachine(request);
            case "ListExecutions" -> executions.list(request);
            case "GetExecutionHistory" -> executions.history(request);
            case "SendTaskSuccess" -> tasks.succeed(request);
            case "SendTaskFailure" -> tasks.fail(request);
            case "SendTaskHeartbeat" -> tasks.heartbeat(request);
            default ->
                throw AwsError.of("UnknownOperationException", "Step Functions here has no operation " + operation);
        };
    }

    /** Stops the threads of the executions; what they did is kept, and they can be resumed. */
    @Override
    public void close() {
        executions().forEach(Execution::suspend);
    }
}
