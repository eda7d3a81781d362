package afterorder.permissions;

import afterorder.acceptance.shop.PermissionRecord;
import afterorder.acceptance.shop.Shop;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries each action of each policy: without it a test must fail, and somebody be denied that action, or the deployment fails.
 * Ends with status 1 when one is missed by nobody. What was found stays in {@code target/permissions}: run again, it goes on;
 * delete that folder when template or tests have changed.
 */
public final class Main {
    private static final Path FOLDER = Shop.ROOT.resolve("infrastructure/acceptance-tests/target/permissions");
    private static final Path CLASSES = Shop.ROOT.resolve("infrastructure/acceptance-tests/target/test-classes");

    /** How many classes that use an action may pass without it before it counts as not needed. */
    private static final int MOST_CLASSES = 3;

    /** What is missing never comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final PrintStream out = System.out;
    private final Uses uses = new Uses(FOLDER.resolve("uses"), out);
    private final Findings findings;

    private Main() throws IOException {
        Files.createDirectories(FOLDER);
        findings = new Findings(FOLDER.resolve("findings.tsv"));
    }

    /** @param arguments names of functions or other owners of policies that are to be tried; all without any */
    public static void main(String... arguments) throws IOException {
        boolean isAllNeeded = new Main().run(List.of(arguments));
        System.exit(isAllNeeded ? 0 : 1);
    }

    private boolean run(List<String> owners) throws IOException {
        uses.record(testClasses());
        Shop.waitAtMost(PATIENCE);
        for (Grant grant : Grant.of(read(Shop.ROOT.resolve("template.yaml")))) {
            boolean isWanted = owners.isEmpty() || owners.contains(grant.owner());
            if (!isWanted || findings.has(grant)) continue;
            Optional<String> missed = whatMisses(grant);
            findings.add(grant, missed.orElse(""));
            out.println(grant.owner() + " without " + grant.action() + ": " + missed.orElse("NO TEST FAILS"));
        }
        findings.print(out);
        findings.notMissed().forEach(row -> out.println("missed by no test: " + row));
        return findings.notMissed().isEmpty();
    }

    private Optional<String> whatMisses(Grant grant) throws IOException {
        Path template = TrimmedTemplate.without(grant, FOLDER.resolve("trimmed"));
        Optional<String> refusal = refusal(template);
        return refusal.isPresent() ? refusal : testThatMisses(grant, template);
    }

    /** Why such a template cannot be deployed; no test comes about then. */
    private static Optional<String> refusal(Path template) {
        try {
            read(template);
            return Optional.empty();
        } catch (TemplateException refusal) {
            return Optional.of("the deployment fails: " + refusal.getMessage());
        }
    }

    private Optional<String> testThatMisses(Grant grant, Path template) throws IOException {
        for (String name : uses.classesUsing(grant).stream().limit(MOST_CLASSES).toList()) {
            Path seen = Files.createTempDirectory(FOLDER, "seen");
            PermissionRecord.into(seen);
            Shop.useTemplate(template);
            Optional<String> failed = TestRun.of(name).failed();
            if (failed.isEmpty()) continue;
            String test = name.substring(name.lastIndexOf('.') + 1) + "." + failed.get();
            if (PermissionFile.in(seen).anyMatch(file -> file.tellsThatDenied(grant))) return Optional.of(test);
            out.println("not counted, since nobody was denied " + grant.action() + ": " + test);
        }
        return Optional.empty();
    }

    private static Template read(Path template) {
        Map<String, String> parameters = Map.of(
                "PublicBaseUrl", "https://orders.reseller.example",
                "JwtIssuer", "https://tokens.reseller.example",
                "JwtAudience", "afterorder",
                "SenderAddress", "orders@reseller.example",
                "SenderIdentity", "reseller.example",
                "VendorUrl", "https://vendor.example/api",
                "VendorToken", "token",
                "VendorWebhookSecret", "secret-secret-secret-secret-secret");
        return Template.read(template, parameters, Addresses.onPort(4566));
    }

    private static List<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES.resolve("afterorder/acceptance"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Za-z]+Test\\.class"))
                    .map(name -> "afterorder.acceptance." + name.replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }
}
