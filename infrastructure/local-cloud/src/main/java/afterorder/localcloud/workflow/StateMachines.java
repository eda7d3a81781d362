package afterorder.localcloud.workflow;

import afterorder.localcloud.workflow.definition.DefinitionReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The state machines, each a folder: {@code state-machine.json} and {@code executions}. */
final class StateMachines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String FILE = "state-machine.json";

    private final Path directory;
    private final String arns;
    private final DefinitionReader reader;
    private final Map<String, StateMachine> byArn = new ConcurrentHashMap<>();

    StateMachines(Path directory, String region, String account, DefinitionReader reader) {
        this.directory = directory;
        this.arns = "arn:aws:states:" + region + ":" + account + ":stateMachine:";
        this.reader = reader;
        for (Path folder : list(directory)) {
            if (Files.exists(folder.resolve(FILE))) add(folder, read(folder.resolve(FILE)));
        }
    }

    String arn(String name) {
        return arns + name;
    }

    Optional<StateMachine> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    Collection<StateMachine> all() {
        return byArn.values();
    }

    synchronized StateMachine create(StateMachine.Stored stored) {
        Path folder = directory.resolve(stored.name());
        write(folder, stored);
        return add(folder, stored);
    }

    synchronized void update(StateMachine machine, StateMachine.Stored stored) {
        write(machine.directory(), stored);
        machine.update(stored);
    }

    synchronized void delete(StateMachine machine) {
        byArn.remove(machine.arn());
        try (Stream<Path> files = Files.walk(machine.directory())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + machine.directory(), failure);
        }
    }

    /** The names of the executions that have a journal. */
    static List<String> executions(StateMachine machine) {
        return list(machine.journal("x").getParent()).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".jsonl"))
                .map(name -> name.substring(0, name.length() - ".jsonl".length()))
                .toList();
    }

    private StateMachine add(Path folder, StateMachine.Stored stored) {
        StateMachine machine = new StateMachine(arn(stored.name()), folder, stored, reader);
        byArn.put(machine.arn(), machine);
        return machine;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    private static StateMachine.Stored read(Path file) {
        try {
            return JSON.readValue(file.toFile(), StateMachine.Stored.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static void write(Path folder, StateMachine.Stored stored) {
        try {
            Files.createDirectories(folder);
            Path next = folder.resolve(FILE + ".new");
            Files.write(next, JSON.writeValueAsBytes(stored));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(next, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the state machine in " + folder, failure);
        }
    }
}
