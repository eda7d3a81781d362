package afterorder.localcloud.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that run functions, as files: what is left over of a former local cloud is ended by the next one. A
 * process is known by its id and the time of its start, because ids are used again.
 */
final class ProcessRegister {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;

    ProcessRegister(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void endLeftOvers() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Instant started = Instant.parse(Files.readString(file));
            ProcessHandle.of(Long.parseLong(file.getFileName().toString()))
                    .filter(process -> startedAt(process, started))
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
            Files.delete(file);
        }
    }

    void add(ProcessHandle process) throws IOException {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        Path next = Files.createTempFile(folder.getParent(), "process", null);
        Files.writeString(next, started.toString());
        Files.move(next, file(process), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(ProcessHandle process) throws IOException {
        Files.deleteIfExists(file(process));
    }

    private Path file(ProcessHandle process) {
        return folder.resolve(Long.toString(process.pid()));
    }

    private static boolean startedAt(ProcessHandle process, Instant wanted) {
        return process.info()
                .startInstant()
                .filter(started -> Duration.between(started, wanted).abs().compareTo(TOLERANCE) < 0)
                .isPresent();
    }
}
