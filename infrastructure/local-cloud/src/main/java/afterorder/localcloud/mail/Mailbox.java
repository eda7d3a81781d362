package afterorder.localcloud.mail;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everybody's mailbox: each mail is a file, and is on the disk before SES answers. */
public final class Mailbox {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;
    private final List<Mail> mails;

    public Mailbox(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            mails = new CopyOnWriteArrayList<>(load());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the mails in " + folder, failure);
        }
    }

    /** Oldest first. */
    public List<Mail> messages() {
        return List.copyOf(mails);
    }

    /** Those that came after the one of that id, oldest first; all when there is none of that id. */
    List<Mail> messagesAfter(String id) {
        List<Mail> all = messages();
        for (int last = all.size() - 1; last >= 0; last--) {
            if (all.get(last).id().equals(id)) return all.subList(last + 1, all.size());
        }
        return all;
    }

    void add(Mail mail) {
        try {
            write(mail);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep a mail in " + folder, failure);
        }
        mails.add(mail);
    }

    void removeIf(Predicate<Mail> condition) {
        for (Mail mail : mails) {
            if (!condition.test(mail)) continue;
            try {
                Files.deleteIfExists(file(mail));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot remove a mail from " + folder, failure);
            }
            mails.remove(mail);
        }
    }

    private List<Mail> load() throws IOException {
        List<Mail> loaded = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                loaded.add(JSON.readValue(file.toFile(), Mail.class));
            }
        }
        loaded.sort(Comparator.comparing(Mail::at));
        return loaded;
    }

    private void write(Mail mail) throws IOException {
        Path unfinished = folder.resolve(mail.id() + ".new");
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(JSON.writeValueAsBytes(mail));
            while (content.hasRemaining()) channel.write(content);
            channel.force(true);
        }
        Files.move(unfinished, file(mail), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path file(Mail mail) {
        return folder.resolve(mail.id() + ".json");
    }
}
