package afterorder.permissions;

import afterorder.acceptance.shop.PermissionRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which classes of tests make calls that only one action allowed, found by running each of them once. */
final class Uses {
    private static final String DURATION = "seconds";

    private final Path folder;
    private final PrintStream out;

    /** @param folder what was found stays there, for a later run */
    Uses(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Runs the classes of which is not known yet what they use. */
    void record(List<String> classes) throws IOException {
        for (String name : classes) {
            Path found = folder.resolve(name);
            if (Files.exists(found.resolve(DURATION))) continue;
            PermissionRecord.into(found);
            TestRun run = TestRun.of(name);
            if (run.failed().isPresent()) {
                out.println(name + " fails with the whole template, so what it uses is unknown: "
                        + run.failed().get());
                continue;
            }
            Files.createDirectories(found);
            Files.writeString(
                    found.resolve(DURATION), Long.toString(run.duration().toSeconds()));
            out.println("recorded " + name + ", " + run.duration().toSeconds() + " s");
        }
        PermissionRecord.nowhere();
    }

    /** Those that use it, the shortest first. */
    List<String> classesUsing(Grant grant) throws IOException {
        List<String> using = new ArrayList<>();
        try (Stream<Path> classes = Files.list(folder)) {
            for (Path each : classes.filter(found -> Files.exists(found.resolve(DURATION)))
                    .toList()) {
                if (PermissionFile.in(each).anyMatch(file -> file.tellsThatUsed(grant)))
                    using.add(each.getFileName().toString());
            }
        }
        using.sort(Comparator.comparing(this::seconds));
        return using;
    }

    private long seconds(String className) {
        try {
            return Long.parseLong(Files.readString(folder.resolve(className).resolve(DURATION)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
