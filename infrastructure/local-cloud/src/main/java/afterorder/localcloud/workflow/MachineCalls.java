package afterorder.localcloud.workflow;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.workflow.definition.DefinitionReader;
import afterorder.localcloud.workflow.definition.Diagnostic;
import afterorder.localcloud.workflow.definition.InvalidDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations on state machines. */
final class MachineCalls {
    private static final List<String> TYPES = List.of("STANDARD", "EXPRESS");
    private static final int LONGEST_DEFINITION = 1024 * 1024;

    private final StateMachines machines;
    private final DefinitionReader reader;
    private final MovableClock clock;

    MachineCalls(StateMachines machines, DefinitionReader reader, MovableClock clock) {
        this.machines = machines;
        this.reader = reader;
        this.clock = clock;
    }

    JsonNode create(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("name", "definition", "roleArn", "type", "tags"));
        String name = Request.checkName(request.text("name"));
        String type = request.oneOf("type", TYPES);
        StateMachine machine = create(
                name,
                request.text("definition"),
                request.text("roleArn"),
                type == null ? "STANDARD" : type,
                read(request.json("tags")));
        return Answers.object()
                .put("stateMachineArn", machine.arn())
                .put("creationDate", Answers.time(machine.stored().created()));
    }

    /** The same again is the state machine that there is; another under its name is refused. */
    synchronized StateMachine create(
            String name, String definition, String roleArn, String type, Map<String, String> tags) {
        check(definition, type);
        StateMachine existing = machines.find(machines.arn(name)).orElse(null);
        if (existing == null) {
            Instant now = clock.instant();
            var revision = new StateMachine.Revision(UUID.randomUUID().toString(), definition, roleArn, now);
            return machines.create(new StateMachine.Stored(name, type, now, tags, List.of(revision)));
        }
        StateMachine.Stored stored = existing.stored();
        if (stored.type().equals(type) && stored.latest().definition().equals(definition)) return existing;
        throw AwsError.of("StateMachineAlreadyExists", "State Machine Already Exists: '" + existing.arn() + "'");
    }

    JsonNode update(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("stateMachineArn", "definition", "roleArn"));
        StateMachine machine = find(request);
        String definition = request.optional("definition");
        String roleArn = request.optional("roleArn");
        if (definition == null && roleArn == null)
            throw AwsError.of("MissingRequiredParameter", "Either the definition or the role ARN must be specified");
        StateMachine.Revision revision = update(machine, definition, roleArn);
        return Answers.object().put("updateDate", Answers.time(revision.at())).put("revisionId", revision.id());
    }

    synchronized StateMachine.Revision update(
            StateMachine machine, @Nullable String definition, @Nullable String roleArn) {
        StateMachine.Stored stored = machine.stored();
        if (definition != null) check(definition, stored.type());
        StateMachine.Revision revision = new StateMachine.Revision(
                UUID.randomUUID().toString(),
                definition == null ? stored.latest().definition() : definition,
                roleArn == null ? stored.latest().roleArn() : roleArn,
                clock.instant());
        machines.update(machine, stored.with(revision));
        return revision;
    }

    /** The running executions end; asked for again, it was deleted. */
    synchronized JsonNode delete(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("stateMachineArn"));
        machines.find(request.arn("stateMachineArn", "stateMachine")).ifPresent(machine -> {
            machine.executions().values().forEach(execution -> execution.abort(null, null));
            machines.delete(machine);
        });
        return Answers.object();
    }

    JsonNode describe(JsonNode parameters) {
        StateMachine machine = find(new Request(parameters, Set.of("stateMachineArn", "includedData")));
        StateMachine.Stored stored = machine.stored();
        ObjectNode answer = Answers.revision(machine, stored.latest())
                .put("status", "ACTIVE")
                .put("type", stored.type())
                .put("creationDate", Answers.time(stored.created()));
        if (stored.revisions().size() > 1)
            answer.put("revisionId", stored.latest().id());
        return answer;
    }

    JsonNode list(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("maxResults", "nextToken"));
        List<StateMachine> all = new ArrayList<>(machines.all());
        all.sort(Comparator.comparing(machine -> machine.stored().name()));
        Request.Page<StateMachine> page = request.page(all);
        ObjectNode answer = Answers.object();
        ArrayNode list = answer.putArray("stateMachines");
        for (StateMachine machine : page.items())
            list.addObject()
                    .put("stateMachineArn", machine.arn())
                    .put("name", machine.stored().name())
                    .put("type", machine.stored().type())
                    .put("creationDate", Answers.time(machine.stored().created()));
        return Answers.next(answer, page.next());
    }

    JsonNode tags(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("resourceArn"));
        String arn = request.arn("resourceArn", "stateMachine");
        StateMachine machine = machines.find(arn)
                .orElseThrow(() -> AwsError.of("ResourceNotFound", "Resource not found: '" + arn + "'"));
        ObjectNode answer = Answers.object();
        ArrayNode tags = answer.putArray("tags");
        machine.stored()
                .tags()
                .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        return answer;
    }

    JsonNode validate(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("definition", "type", "severity", "maxResults"));
        String type = request.oneOf("type", TYPES);
        List<Diagnostic> diagnostics = List.of();
        try {
            reader.read(request.text("definition"), "EXPRESS".equals(type));
        } catch (InvalidDefinition invalid) {
            diagnostics = invalid.diagnostics();
        }
        ObjectNode answer = Answers.object().put("result", diagnostics.isEmpty() ? "OK" : "FAIL");
        ArrayNode list = answer.putArray("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            ObjectNode told = list.addObject()
                    .put("severity", "ERROR")
                    .put("code", diagnostic.code())
                    .put("message", diagnostic.message());
            if (!diagnostic.location().isEmpty()) told.put("location", diagnostic.location());
        }
        return answer.put("truncated", false);
    }

    Optional<StateMachine> search(String arn) {
        return machines.find(arn);
    }

    StateMachine find(Request request) {
        return find(request.arn("stateMachineArn", "stateMachine"));
    }

    StateMachine find(String arn) {
        return machines.find(arn)
                .orElseThrow(
                        () -> AwsError.of("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
    }

    private void check(String definition, String type) {
        if (definition.length() > LONGEST_DEFINITION)
            throw AwsError.of("InvalidDefinition", "Invalid State Machine Definition: 'longer than 1 MB'");
        try {
            reader.read(definition, type.equals("EXPRESS"));
        } catch (InvalidDefinition invalid) {
            throw AwsError.of("InvalidDefinition", "Invalid State Machine Definition: '" + invalid.getMessage() + "'");
        }
    }

    private static Map<String, String> read(@Nullable JsonNode list) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (list != null)
            for (JsonNode tag : list)
                tags.put(tag.path("key").asText(), tag.path("value").asText());
        return tags;
    }
}
