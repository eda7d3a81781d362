package afterorder.localcloud.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What one function wrote: the latest lines in memory, all of them in a file. */
final class FunctionLog implements AutoCloseable {
    private static final int KEPT = 2000;

    private final Deque<LogLine> latest = new ArrayDeque<>();
    private final Writer file;
    private boolean closed;

    FunctionLog(Path file) {
        try {
            this.file = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the log " + file, failure);
        }
    }

    synchronized void add(LogLine line) {
        if (latest.size() == KEPT) latest.removeFirst();
        latest.addLast(line);
        if (closed) return;
        try {
            file.write("%s %s %s %s\n"
                    .formatted(line.at(), line.environment(), line.requestId().orElse("-"), line.text()));
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write a function's log", failure);
        }
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(latest);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        file.close();
    }
}
