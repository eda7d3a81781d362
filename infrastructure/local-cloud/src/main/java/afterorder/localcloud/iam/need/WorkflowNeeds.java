package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.workflow.execution.TaskToken;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Step Functions: who answers a task token needs the right on the state machine whose task waits. */
final class WorkflowNeeds implements Needs.OfService {
    private static final int NAME_OF_MACHINE = 6;

    private final Rights rights;

    WorkflowNeeds(Rights rights) {
        this.rights = rights;
    }

    @Override
    public Optional<Collection<Access>> of(Call call, Sent sent) {
        String action = "states:" + call.operation();
        return switch (call.operation()) {
            case "StartExecution" -> Optional.of(List.of(new Access(action, call.resource())));
            case "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat" ->
                Optional.of(machine(Parsed.json(sent.body()).path("taskToken").asText())
                        .map(machine -> List.of(new Access(action, machine)))
                        .orElse(List.of()));
            default -> Optional.empty();
        };
    }

    /** Empty for what is no token, which the service refuses. */
    private Optional<String> machine(String token) {
        return TaskToken.execution(token)
                .map(execution -> execution.split(":"))
                .filter(parts -> parts.length > NAME_OF_MACHINE)
                .map(parts -> rights.arn("states", "stateMachine:" + parts[NAME_OF_MACHINE]));
    }
}
