package afterorder.localcloud.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each part of each statement allowed a call, so that what never did alone may be superfluous; and who was denied what. */
final class Usage {
    private final Map<Statement.Part, LongAdder> together = new ConcurrentHashMap<>();
    private final Map<Statement.Part, LongAdder> alone = new ConcurrentHashMap<>();
    private final Map<Denied, LongAdder> denied = new ConcurrentHashMap<>();

    /** What somebody asked for in vain. @param principal by name */
    record Denied(String principal, String action, String resource) {}

    void allowed(List<Statement.Part> by) {
        by.forEach(part -> raise(by.size() == 1 ? alone : together, part));
    }

    void denied(Principal principal, Access access) {
        raise(denied, new Denied(principal.name(), access.action(), access.resource()));
    }

    /** Calls that only this part allowed. */
    long alone(Statement.Part part) {
        return count(alone, part);
    }

    /** Calls that others allowed, too. */
    long together(Statement.Part part) {
        return count(together, part);
    }

    /** Whatever was denied, and how often. */
    Map<Denied, Long> denied() {
        Map<Denied, Long> counts = new HashMap<>();
        denied.forEach((what, count) -> counts.put(what, count.sum()));
        return counts;
    }

    private static <T> void raise(Map<T, LongAdder> counts, T what) {
        counts.computeIfAbsent(what, first -> new LongAdder()).increment();
    }

    private static long count(Map<Statement.Part, LongAdder> counts, Statement.Part part) {
        LongAdder count = counts.get(part);
        return count == null ? 0 : count.sum();
    }
}
