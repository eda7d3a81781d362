package afterorder.benchmark;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.CallLog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often which service was called, and by whom; without what happens every minute, order or not. */
record Calls(Map<String, Long> counts) {

    static Calls since(int first, CallLog log) {
        List<CallLog.Entry> entries = log.entries();
        return new Calls(entries.subList(first, entries.size()).stream()
                .map(CallLog.Entry::call)
                .filter(call -> !isRoutine(call))
                .collect(Collectors.groupingBy(
                        call -> "%-10s %-20s by %s"
                                .formatted(
                                        call.service(),
                                        call.operation(),
                                        call.caller().name()),
                        TreeMap::new,
                        Collectors.counting())));
    }

    Map<String, Long> byService() {
        return counts.entrySet().stream()
                .collect(Collectors.groupingBy(
                        call -> call.getKey().split(" ", 2)[0],
                        TreeMap::new,
                        Collectors.summingLong(Map.Entry::getValue)));
    }

    private static boolean isRoutine(Call call) {
        String caller = call.caller().name();
        return caller.equals("events") || caller.contains("DueWork");
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
