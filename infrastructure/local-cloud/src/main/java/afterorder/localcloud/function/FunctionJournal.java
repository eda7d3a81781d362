package afterorder.localcloud.function;

import afterorder.localcloud.clock.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What is known of a function's past: its log and its figures. */
final class FunctionJournal implements AutoCloseable {
    private static final int LOGGED_ERROR = 2000;

    private final String function;
    private final MovableClock clock;
    private final FunctionLog log;
    private final StatisticsRecorder statistics = new StatisticsRecorder();

    FunctionJournal(String function, Path folder, MovableClock clock) {
        this.function = function;
        this.clock = clock;
        this.log = new FunctionLog(folder.resolve(function + ".log"));
    }

    void started() {
        statistics.started();
    }

    void ready(Environment environment) {
        statistics.ready(environment.age());
    }

    void wrote(Environment environment, String line) {
        log.add(new LogLine(clock.instant(), environment.id(), environment.latestRequestId(), line));
    }

    void answered(Environment environment, Invocation invocation, Functions.Answer answer) {
        statistics.answered(answer, invocation.duration());
        statistics.memory(peakMemory(environment.view().pid()));
        if (answer.error().isPresent()) wrote(environment, "ERROR " + shortened(answer.payload()));
    }

    List<LogLine> lines() {
        return log.lines();
    }

    FunctionStatistics figures() {
        return statistics.of(function);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private static String shortened(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return text.length() > LOGGED_ERROR ? text.substring(0, LOGGED_ERROR) + "..." : text;
    }

    /** Bytes, by what the kernel says; 0 when the process is gone. */
    private static long peakMemory(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException failure) {
            // The kernel says ESRCH when the process ends while it is read.
            if (ProcessHandle.of(pid).isEmpty()) return 0;
            throw new UncheckedIOException("cannot read the memory of process " + pid, failure);
        }
    }
}
