package afterorder.localcloud.workflow;

import afterorder.localcloud.workflow.definition.Definition;
import afterorder.localcloud.workflow.definition.DefinitionReader;
import afterorder.localcloud.workflow.definition.InvalidDefinition;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Machine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A state machine with its revisions and executions. */
final class StateMachine {
    private static final long EXPRESS_SECONDS = 300;

    private final String arn;
    private final Path directory;
    private final DefinitionReader reader;
    private final Map<Integer, Machine> machines = new ConcurrentHashMap<>();
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private volatile Stored stored;

    /** What of a state machine is kept in its file. */
    record Stored(String name, String type, Instant created, Map<String, String> tags, List<Revision> revisions) {

        Stored with(Revision revision) {
            List<Revision> more = new ArrayList<>(revisions);
            more.add(revision);
            return new Stored(name, type, created, tags, more);
        }

        Revision latest() {
            return revisions.getLast();
        }
    }

    /** A state machine as of one time; its executions keep to it. */
    record Revision(String id, String definition, String roleArn, Instant at) {}

    StateMachine(String arn, Path directory, Stored stored, DefinitionReader reader) {
        this.arn = arn;
        this.directory = directory;
        this.stored = stored;
        this.reader = reader;
    }

    String arn() {
        return arn;
    }

    Path directory() {
        return directory;
    }

    Path journal(String execution) {
        return directory.resolve("executions").resolve(execution + ".jsonl");
    }

    Stored stored() {
        return stored;
    }

    void update(Stored updated) {
        stored = updated;
    }

    boolean express() {
        return stored.type().equals("EXPRESS");
    }

    Map<String, Execution> executions() {
        return executions;
    }

    Machine latest() {
        return machine(stored.revisions().size());
    }

    /** @param revision from 1 on */
    Machine machine(int revision) {
        return machines.computeIfAbsent(revision, _ -> {
            Revision found = stored.revisions().get(revision - 1);
            return new Machine(arn, stored.name(), found.roleArn(), revision, definition(found));
        });
    }

    private Definition definition(Revision revision) {
        try {
            Definition definition = reader.read(revision.definition(), express());
            if (!express()) return definition;
            long timeout = definition.timeoutSeconds().orElse(EXPRESS_SECONDS);
            return new Definition(definition.flow(), OptionalLong.of(Math.min(timeout, EXPRESS_SECONDS)));
        } catch (InvalidDefinition invalid) {
            throw new IllegalStateException(arn + ", which was taken once, is not any more", invalid);
        }
    }
}
