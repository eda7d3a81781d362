package afterorder.order.service;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The work of an engagement, and the record that is made of it when it is closed.
 *
 * @param entries in the order of their numbers
 * @param entered how many there have been, those that were withdrawn among them
 * @param issue absent until the record has its number
 * @param signOff absent until the customer agreed
 */
public record Performance(
        List<PerformanceEntry> entries,
        int entered,
        @Nullable RecordIssue issue,
        @Nullable SignOff signOff) {
    static final Performance NONE = new Performance(List.of(), 0, null, null);

    public Performance {
        entries = List.copyOf(entries);
    }

    public Duration total() {
        return entries.stream().map(PerformanceEntry::duration).reduce(Duration.ZERO, Duration::plus);
    }

    int nextNumber() {
        return entered + 1;
    }

    Performance with(PerformanceEntry entry) {
        return new Performance(Stream.concat(entries.stream(), Stream.of(entry)).toList(), entered + 1, issue, signOff);
    }

    Performance without(PerformanceEntry entry) {
        return new Performance(
                entries.stream().filter(other -> !other.equals(entry)).toList(), entered, issue, signOff);
    }

    Performance with(@Nullable RecordIssue issue) {
        return new Performance(entries, entered, issue, signOff);
    }

    Performance with(SignOff signOff) {
        return new Performance(entries, entered, issue, signOff);
    }
}
