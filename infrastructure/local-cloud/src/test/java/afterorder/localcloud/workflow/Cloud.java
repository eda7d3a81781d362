package afterorder.localcloud.workflow;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Workflows in a folder, with a clock to move and a service to call, that can be started again. */
final class Cloud implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    final MovableClock clock;
    final Service service = new Service();
    private final Path directory;
    Workflows workflows;

    Cloud(Path directory) {
        this.directory = directory;
        this.clock = new MovableClock(directory.resolve("clock.json"));
        this.workflows = open();
    }

    void restart() {
        workflows.close();
        workflows = open();
    }

    /** States in JSONata, written with single quotes. */
    String machine(String name, String startAt, String states) {
        String definition = "{'QueryLanguage':'JSONata','StartAt':'%s','States':{%s}}".formatted(startAt, states);
        return workflows.create(name, definition.replace('\'', '"'), "arn:aws:iam::000000000000:role/x", "STANDARD");
    }

    Execution start(String machine, String input) {
        return workflows.execution(
                call("StartExecution", object().put("stateMachineArn", machine).put("input", input))
                        .get("executionArn")
                        .asText());
    }

    /** The execution as it is now, also after a restart. */
    Execution find(Execution execution) {
        return workflows.execution(execution.arn());
    }

    JsonNode output(Execution execution) throws Exception {
        Event end = ended(execution);
        return JSON.readTree(end.details().path("output").asText());
    }

    String error(Execution execution) throws Exception {
        return ended(execution).details().path("error").asText();
    }

    Status status(Execution execution) throws Exception {
        ended(execution);
        return find(execution).status();
    }

    Event awaits(Execution execution, String type) {
        return await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> find(execution).history().stream()
                                .filter(event -> event.type().equals(type))
                                .toList(),
                        events -> !events.isEmpty())
                .getFirst();
    }

    List<String> types(Execution execution) {
        return find(execution).history().stream().map(Event::type).toList();
    }

    JsonNode call(String operation, ObjectNode request) {
        return workflows.call(operation, request);
    }

    void succeed(String token, String output) {
        call("SendTaskSuccess", object().put("taskToken", token).put("output", output));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    @Override
    public void close() {
        workflows.close();
        clock.close();
    }

    private Event ended(Execution execution) throws Exception {
        return requireNonNull(find(execution).ended().get(10, TimeUnit.SECONDS).end());
    }

    private Workflows open() {
        Workflows opened =
                new Workflows(directory.resolve("workflows"), clock, service, "eu-central-1", "000000000000");
        opened.resume();
        return opened;
    }
}
