package afterorder.acceptance.crash;

import afterorder.acceptance.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was tried of one version of the system, a line each, appended as it is known: a run that was broken off goes on where
 * it stopped. The version is a hash of the template, the workflows and the functions' jars.
 */
final class ResultFile {
    private static final int HASH = 12;

    private final Path file;

    private ResultFile(Path file) {
        this.file = file;
    }

    static ResultFile ofThisVersion() {
        Path folder = Shop.ROOT.resolve("infrastructure/acceptance-tests/target/exhaustive");
        try {
            Files.createDirectories(folder);
            return new ResultFile(folder.resolve("results-" + version() + ".tsv"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The keys of what was tried and was good; what was not is tried again. */
    Set<String> done() {
        return lines().stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> !columns[2].equals("VIOLATION"))
                .map(columns -> columns[0] + "\t" + columns[1])
                .collect(Collectors.toCollection(HashSet::new));
    }

    void append(List<Outcome> outcomes) {
        String lines = outcomes.stream().map(outcome -> outcome.line() + "\n").collect(Collectors.joining());
        try {
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep what was tried in " + file, failure);
        }
    }

    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static String version() throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> functions = Files.list(Shop.ROOT.resolve("functions"));
                Stream<Path> workflows = Files.list(Shop.ROOT.resolve("infrastructure/workflows"))) {
            Stream<Path> jars =
                    functions.map(function -> function.resolve("target/%s.jar".formatted(function.getFileName())));
            for (Path file : Stream.of(jars, workflows, Stream.of(Shop.ROOT.resolve("template.yaml")))
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
