package afterorder.localcloud.workflow.history;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of an execution, kept in a file of JSON lines that only grows. A line that a crash tore is dropped when
 * the file is opened again. The file is open only while it is written: thousands of executions may wait for months.
 */
public final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final @Nullable Path file;
    private @Nullable List<Event> events;

    private Journal(@Nullable Path file, List<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** In memory only, for what does not outlive its caller. */
    public static Journal inMemory() {
        return new Journal(null, new ArrayList<>());
    }

    public static Journal create(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
            return new Journal(file, new ArrayList<>());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the journal " + file, failure);
        }
    }

    public static Journal open(Path file) {
        return new Journal(file, read(file));
    }

    /** @param durable whether the event, and all before it, must be on the disk before anything else happens */
    public synchronized void append(Event event, boolean durable) {
        if (events != null) events.add(event);
        if (file != null) write(event, durable);
    }

    public synchronized List<Event> events() {
        if (events != null) return List.copyOf(events);
        return file == null ? List.of() : read(file);
    }

    /** Frees the memory: nothing is appended any more, readers read the file. */
    public synchronized void close() {
        if (file != null) events = null;
    }

    private void write(Event event, boolean durable) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) channel.write(line);
            if (durable) channel.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the journal " + file, failure);
        }
    }

    private static List<Event> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<Event> events = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != '\n') continue;
                events.add(JSON.readValue(bytes, start, i - start, Event.class));
                start = i + 1;
            }
            if (start < bytes.length) truncate(file, start);
            return events;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the journal " + file, failure);
        }
    }

    private static void truncate(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }
}
