package afterorder.localcloud.workflow;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.workflow.execution.Environment;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.history.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations on executions. */
final class ExecutionCalls {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_INPUT = 262_144;
    /** As long as a name, once used, is not free again. */
    private static final Duration KEPT = Duration.ofDays(90);
    /** In the order in which AWS tells them. */
    private static final List<String> STATUSES =
            List.of("SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING");

    private final MachineCalls machines;
    private final Environment environment;
    private final String account;

    ExecutionCalls(MachineCalls machines, Environment environment, String account) {
        this.machines = machines;
        this.environment = environment;
        this.account = account;
    }

    JsonNode start(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("stateMachineArn", "name", "input", "traceHeader"));
        StateMachine machine = machines.find(request);
        if (machine.express()) throw typeNotSupported();
        Execution execution = start(machine, name(request), input(request));
        return Answers.object()
                .put("executionArn", execution.arn())
                .put("startDate", Answers.time(execution.started()));
    }

    JsonNode stop(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("executionArn", "error", "cause"));
        Execution execution = find(request);
        execution.abort(request.optional("error"), request.optional("cause"));
        Event end = execution.end();
        return end == null ? Answers.object() : Answers.object().put("stopDate", Answers.time(end.at()));
    }

    JsonNode describe(JsonNode parameters) {
        return Answers.description(find(new Request(parameters, Set.of("executionArn", "includedData"))));
    }

    JsonNode describeMachine(JsonNode parameters) {
        Execution execution = find(new Request(parameters, Set.of("executionArn", "includedData")));
        StateMachine machine = machines.find(execution.machine().arn());
        StateMachine.Revision revision =
                machine.stored().revisions().get(execution.machine().revision() - 1);
        return Answers.revision(machine, revision)
                .put("updateDate", Answers.time(revision.at()))
                .put("revisionId", revision.id());
    }

    JsonNode list(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("stateMachineArn", "statusFilter", "maxResults", "nextToken"));
        StateMachine machine = machines.find(request);
        if (machine.express()) throw typeNotSupported();
        String status = request.oneOf("statusFilter", STATUSES);
        List<Execution> all = machine.executions().values().stream()
                .filter(execution -> status == null || execution.status().name().equals(status))
                .sorted(Comparator.comparing(Execution::started).reversed())
                .toList();
        Request.Page<Execution> page = request.page(all);
        ObjectNode answer = Answers.object();
        ArrayNode list = answer.putArray("executions");
        page.items().forEach(execution -> list.add(Answers.summary(execution)));
        return Answers.next(answer, page.next());
    }

    JsonNode history(JsonNode parameters) {
        Request request = new Request(
                parameters, Set.of("executionArn", "maxResults", "reverseOrder", "nextToken", "includeExecutionData"));
        List<Event> all = find(request).history();
        Request.Page<Event> page = request.page(request.flag("reverseOrder", false) ? all.reversed() : all);
        ObjectNode answer = Answers.object();
        ArrayNode list = answer.putArray("events");
        boolean data = request.flag("includeExecutionData", true);
        page.items().forEach(event -> list.add(Answers.event(event, data)));
        return Answers.next(answer, page.next());
    }

    /** Reads what the journals of a state machine tell. */
    void load(StateMachine machine) {
        for (String name : StateMachines.executions(machine)) {
            Journal journal = Journal.open(machine.journal(name));
            int revision = Execution.revision(journal);
            // Nothing in it: the answer to StartExecution cannot have been given.
            if (revision == 0) continue;
            machine.executions()
                    .put(
                            name,
                            Execution.load(arn(machine, name), name, machine.machine(revision), environment, journal));
        }
    }

    Execution find(String arn) {
        Execution found = search(arn);
        if (found == null) throw AwsError.of("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        return found;
    }

    private @Nullable Execution search(String arn) {
        int end = arn.lastIndexOf(':');
        String machine = arn.substring(0, Math.max(end, 0)).replace(":execution:", ":stateMachine:");
        return machines.search(machine)
                .map(found -> found.executions().get(arn.substring(end + 1)))
                .orElse(null);
    }

    private Execution find(Request request) {
        return find(request.arn("executionArn", "execution"));
    }

    private Execution start(StateMachine machine, String name, String input) {
        return machine.executions().compute(name, (_, existing) -> {
            if (existing == null || forgotten(existing)) {
                Journal journal = Journal.create(machine.journal(name));
                return Execution.start(arn(machine, name), name, machine.latest(), input, environment, journal);
            }
            if (existing.status() == Status.RUNNING && existing.input().equals(input)) return existing;
            throw AwsError.of("ExecutionAlreadyExists", "Execution Already Exists: '" + existing.arn() + "'");
        });
    }

    private boolean forgotten(Execution execution) {
        Event end = execution.end();
        MovableClock clock = environment.clock();
        return end != null && end.at().plus(KEPT).isBefore(clock.instant());
    }

    private String arn(StateMachine machine, String execution) {
        return "arn:aws:states:" + environment.region() + ":" + account + ":execution:"
                + machine.stored().name() + ":" + execution;
    }

    static String name(Request request) {
        String asked = request.optional("name");
        return asked == null ? UUID.randomUUID().toString() : Request.checkName(asked);
    }

    static String input(Request request) {
        if (request.json("input") == null) return "{}";
        String input = request.optional("input", LONGEST_INPUT);
        try {
            if (JSON.readTree(input).isMissingNode()) throw invalidInput("Invalid execution input.");
            return input;
        } catch (JsonProcessingException error) {
            throw invalidInput(error.getOriginalMessage());
        }
    }

    private static AwsError invalidInput(String message) {
        return AwsError.of("InvalidExecutionInput", "Invalid State Machine Execution Input: '" + message + "'");
    }

    static AwsError typeNotSupported() {
        return AwsError.of(
                "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }
}
