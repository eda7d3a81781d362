package afterorder.order.row;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a row's work has got, the same for every row: which attempt it is, when it must be looked at next, whether it
 * is parked, and what happened.
 *
 * @param attempt counts the starts of the row's work; a step of another attempt ends without effect
 * @param deadlines the earliest is when {@code due-work} looks at the row
 * @param suspectedVersion the version at which a step in flight was found late; found again, it is dead
 */
public record Progress(
        int attempt,
        Map<Deadline, Instant> deadlines,
        @Nullable Long suspectedVersion,
        @Nullable Parked parked,
        List<HistoryEntry> history) {

    /** More attempts than these will not help: a person must look. */
    public static final int MOST_ATTEMPTS = 6;

    public Progress {
        deadlines = Collections.unmodifiableMap(deadlines.isEmpty() ? Map.of() : new EnumMap<>(deadlines));
        history = List.copyOf(history);
    }

    public static Progress begun(String what, Instant now) {
        return new Progress(0, Map.of(), null, null, List.of()).noted(what, now);
    }

    /** When {@code due-work} must look at the row. */
    @JsonIgnore
    public Optional<Instant> due() {
        return deadlines.values().stream().min(Instant::compareTo);
    }

    public boolean overdueAt(Instant now) {
        return due().filter(due -> !due.isAfter(now)).isPresent();
    }

    public Progress nextAttempt() {
        return new Progress(attempt + 1, deadlines, null, parked, history);
    }

    /** Who moves a row on sets what is awaited now; what was awaited before no longer is. */
    public Progress awaiting(Deadline deadline, Instant until) {
        return new Progress(attempt, Map.of(deadline, until), null, parked, history);
    }

    public Progress awaitingNothing() {
        return new Progress(attempt, Map.of(), null, parked, history);
    }

    public Progress noted(String what, Instant now) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(new HistoryEntry(now, what));
        return new Progress(attempt, deadlines, suspectedVersion, parked, longer);
    }

    /** Parks the row, once: it keeps its first reason, and waits for nothing but a person. */
    public Progress parkedFor(String reason, Instant now) {
        if (parked != null) return this;
        return new Progress(attempt, Map.of(), null, new Parked(reason, now), history).noted("parked: " + reason, now);
    }

    public Progress unparked() {
        return new Progress(attempt, deadlines, suspectedVersion, null, history);
    }

    /**
     * Whether a step that is late is dead. The first look only notes the version and gives the step as long again as its
     * function may run; a row that is still the same then has nobody who works on it.
     *
     * @param version of the row, as read
     */
    public Judgment judge(long version, Duration longestRun, Instant now) {
        if (!overdueAt(now)) return new Judgment.InTime();
        if (suspectedVersion != null && suspectedVersion == version) {
            return attempt >= MOST_ATTEMPTS ? new Judgment.Hopeless() : new Judgment.Dead();
        }
        Map<Deadline, Instant> later = new EnumMap<>(Deadline.class);
        deadlines.forEach((deadline, until) -> later.put(deadline, now.plus(longestRun)));
        return new Judgment.Suspected(new Progress(attempt, later, version + 1, parked, history));
    }

    /** What a look at a late row found. */
    public sealed interface Judgment {
        record InTime() implements Judgment {}

        /** Write this, which raises the version to the suspected one, and look again. */
        record Suspected(Progress progress) implements Judgment {}

        record Dead() implements Judgment {}

        /** Dead, and tried often enough. */
        record Hopeless() implements Judgment {}
    }
}
