package afterorder.localcloud.page;

import afterorder.localcloud.function.FunctionStatistics;
import afterorder.localcloud.function.LogLine;
import afterorder.localcloud.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /_local/functions}: figures of each function; {@code .../{name}}: what it logged. */
final class FunctionsPage implements Page {
    private final Observed cloud;

    FunctionsPage(Observed cloud) {
        this.cloud = cloud;
    }

    /** @param name the logical id, or the full name where the template does not have the function */
    record FunctionView(String name, FunctionStatistics figures, Optional<Spread> durations, Optional<Spread> starts) {}

    /** The middle and the longest of some durations. */
    record Spread(Duration median, Duration longest) {

        static Optional<Spread> of(List<Duration> durations) {
            if (durations.isEmpty()) return Optional.empty();
            List<Duration> sorted = durations.stream().sorted().toList();
            return Optional.of(new Spread(sorted.get(sorted.size() / 2), sorted.getLast()));
        }
    }

    record View(List<FunctionView> functions) {}

    record LogView(FunctionView function, String contains, List<LogEntry> lines, int total) {}

    @Override
    public Reply answer(Asked asked) {
        Optional<String> name = asked.below();
        if (name.isPresent()) return log(name.get(), asked.query("contains").strip());
        return new Reply.View("functions", "Functions", new View(all()));
    }

    private Reply log(String name, String contains) {
        FunctionView function = all().stream()
                .filter(view ->
                        view.name().equals(name) || view.figures().function().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("There is no function " + name));
        List<LogLine> all = cloud.functions().log(function.figures().function());
        String wanted = contains.toLowerCase(Locale.ROOT);
        List<LogEntry> meant = all.stream()
                .filter(line -> line.text().toLowerCase(Locale.ROOT).contains(wanted))
                .map(LogEntry::of)
                .toList();
        return new Reply.View("function", function.name(), new LogView(function, contains, meant, all.size()));
    }

    private List<FunctionView> all() {
        return cloud.functions().statistics().stream()
                .map(figures -> new FunctionView(
                        shortName(figures.function()),
                        figures,
                        Spread.of(figures.durations()),
                        Spread.of(figures.startDurations())))
                .toList();
    }

    private String shortName(String function) {
        return cloud.template().functions().stream()
                .filter(candidate -> candidate.name().equals(function))
                .map(Template.Function::logicalId)
                .findFirst()
                .orElse(function);
    }
}
