package afterorder.acceptance.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was tried, as a table: for each scenario and each way to go wrong, how many runs there were and how they ended. */
final class Report {
    private static final int KEY_COLUMNS = 2;
    private static final String PAIR = " + ";

    private Report() {}

    /** @param lines as {@link Outcome#line()} has them; of those that were tried again, the last one counts */
    static String of(List<String> lines) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            outcomes.put(columns[0] + "\t" + columns[1], columns[KEY_COLUMNS]);
        }
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        outcomes.forEach((key, outcome) -> {
            count(counts, row(key.split("\t")), outcome);
            count(counts, "all | ", outcome);
        });
        counts.put("**all** | ", counts.remove("all | "));
        return "| scenario | fault | runs | done | parked | not struck | violations |\n|---|---|---|---|---|---|---|\n"
                + counts.entrySet().stream()
                        .map(row -> "| " + row.getKey() + cells(row.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String row(String[] key) {
        return key[0] + " | " + (key[1].contains(PAIR) ? "pairs" : key[1].split(" ")[0]);
    }

    private static void count(Map<String, Map<String, Integer>> counts, String row, String outcome) {
        Map<String, Integer> cells = counts.computeIfAbsent(row, name -> new TreeMap<>());
        cells.merge(outcome, 1, Integer::sum);
        cells.merge("runs", 1, Integer::sum);
    }

    private static String cells(Map<String, Integer> counts) {
        return List.of("runs", "done", "parked", "not struck", "VIOLATION").stream()
                        .map(outcome -> " | " + counts.getOrDefault(outcome, 0))
                        .collect(Collectors.joining())
                + " |";
    }
}
