package afterorder.localcloud.iam;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each part of each statement allowed a call: what never did alone may be superfluous. */
final class Usage {
    private final Map<Statement.Part, LongAdder> together = new ConcurrentHashMap<>();
    private final Map<Statement.Part, LongAdder> alone = new ConcurrentHashMap<>();

    void allowed(List<Statement.Part> by) {
        Map<Statement.Part, LongAdder> counts = by.size() == 1 ? alone : together;
        by.forEach(
                part -> counts.computeIfAbsent(part, first -> new LongAdder()).increment());
    }

    /** Calls that only this part allowed. */
    long alone(Statement.Part part) {
        return count(alone, part);
    }

    /** Calls that others allowed, too. */
    long together(Statement.Part part) {
        return count(together, part);
    }

    private static long count(Map<Statement.Part, LongAdder> counts, Statement.Part part) {
        LongAdder count = counts.get(part);
        return count == null ? 0 : count.sum();
    }
}
