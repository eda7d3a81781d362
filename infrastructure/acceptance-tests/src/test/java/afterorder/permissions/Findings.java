package afterorder.permissions;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of what was tried: a line is written when its action is done, so that an interrupted run goes on there. */
final class Findings {
    private static final String NOBODY = "-";

    private final Path file;
    private final Map<String, String> missedBy = new LinkedHashMap<>();

    Findings(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) return;
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf('\t');
            missedBy.put(line.substring(0, end), line.substring(end + 1));
        }
    }

    boolean has(Grant grant) {
        return missedBy.containsKey(row(grant));
    }

    /** @param test empty when none failed */
    void add(Grant grant, String test) throws IOException {
        String told = test.isEmpty() ? NOBODY : test.replaceAll("\\s+", " ");
        missedBy.put(row(grant), told);
        Files.writeString(file, row(grant) + '\t' + told + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<String> notMissed() {
        return missedBy.entrySet().stream()
                .filter(row -> row.getValue().equals(NOBODY))
                .map(Map.Entry::getKey)
                .toList();
    }

    void print(PrintStream out) {
        out.println("| function | action | resource | test that failed without it |");
        out.println("|---|---|---|---|");
        missedBy.forEach((row, test) -> out.println("| " + row.replace("\t", " | ") + " | " + test + " |"));
    }

    private static String row(Grant grant) {
        String resources = grant.resources().stream()
                .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                .collect(Collectors.joining(" "));
        return grant.owner() + '\t' + grant.action() + '\t' + resources;
    }
}
