package afterorder.order.row;

import afterorder.order.Language;
import afterorder.order.Statement;
import afterorder.order.feedback.Returned;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Outbox;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a row's work has got, the same for every row: which attempt it is, when it must be looked at next, whether it
 * is parked, which mails it owes, and what happened.
 *
 * @param attempt counts the starts of the row's work; a step of another attempt ends without effect
 * @param fruitless how many attempts have begun since the work last got on
 * @param deadlines the earliest is when {@code due-work} looks at the row
 * @param suspectedVersion the version at which a step in flight was found late; found again, it is dead
 * @param history the latest entries
 * @param returned the latest of its mails that came back
 */
public record Progress(
        int attempt,
        int fruitless,
        Map<Deadline, Instant> deadlines,
        @Nullable Long suspectedVersion,
        @Nullable Parked parked,
        Outbox outbox,
        List<HistoryEntry> history,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Returned> returned) {

    /** More fruitless attempts than these will not help: a person must look. */
    public static final int MOST_ATTEMPTS = 6;

    /** Longer than the function notification may run. */
    public static final Duration LONGEST_NOTIFYING = Duration.ofSeconds(60);

    /** So that no row grows without end. */
    private static final int LONGEST_HISTORY = 200;

    private static final int MOST_NOTICES = 50;
    private static final int MOST_RETURNED = 20;

    private static final Patience WITH_NOTICES = new Patience(Duration.ofMinutes(2), Duration.ofHours(1));

    public Progress {
        deadlines = Collections.unmodifiableMap(deadlines.isEmpty() ? Map.of() : new EnumMap<>(deadlines));
        history = latest(history, LONGEST_HISTORY);
        returned = returned == null ? List.of() : latest(returned, MOST_RETURNED);
    }

    private static <T> List<T> latest(List<T> all, int most) {
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    public static Progress begun(String what, Instant now) {
        return new Progress(0, 0, Map.of(), null, null, Outbox.EMPTY, List.of(), List.of()).noted(what, now);
    }

    /** When {@code due-work} must look at the row. */
    @JsonIgnore
    public Optional<Instant> due() {
        return deadlines.values().stream().min(Instant::compareTo);
    }

    /** Of the deadlines that have passed, the one that passed first. */
    public Optional<Deadline> overdueAt(Instant now) {
        return deadlines.entrySet().stream()
                .filter(deadline -> !deadline.getValue().isAfter(now))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    public Progress nextAttempt() {
        return with(attempt + 1, fruitless + 1, deadlines, parked, outbox);
    }

    /** The work got on, or staff looked after it: earlier attempts no longer count against it. */
    public Progress advancing() {
        return with(attempt, 0, deadlines, parked, outbox);
    }

    /** Who moves a row on sets which step is awaited now; what was awaited before no longer is. */
    public Progress awaiting(Deadline step, Instant until) {
        return awaitingNothing().beside(step, until);
    }

    /** No step of the row's own work is awaited. */
    public Progress awaitingNothing() {
        Map<Deadline, Instant> left = new EnumMap<>(Deadline.class);
        deadlines.forEach((deadline, until) -> {
            if (!deadline.isStep()) left.put(deadline, until);
        });
        return with(attempt, fruitless, left, parked, outbox);
    }

    /** Whether a step of the row's own work is awaited. */
    public boolean awaitsStep() {
        return deadlines.keySet().stream().anyMatch(Deadline::isStep);
    }

    /** Adds a deadline to what is awaited, or moves it. */
    public Progress beside(Deadline deadline, Instant until) {
        Map<Deadline, Instant> more = new EnumMap<>(Deadline.class);
        more.putAll(deadlines);
        more.put(deadline, until);
        return with(attempt, fruitless, more, parked, outbox);
    }

    public Progress without(Deadline deadline) {
        Map<Deadline, Instant> fewer = new EnumMap<>(Deadline.class);
        fewer.putAll(deadlines);
        fewer.remove(deadline);
        return with(attempt, fruitless, fewer, parked, outbox);
    }

    public Progress noted(String what, Instant now) {
        List<HistoryEntry> longer = with(history, new HistoryEntry(now, what));
        return new Progress(attempt, fruitless, deadlines, suspectedVersion, parked, outbox, longer, returned);
    }

    /** A mail of the row came back, or its reader complained. */
    public Progress returned(Returned mail) {
        List<Returned> more = with(returned, mail);
        return new Progress(attempt, fruitless, deadlines, suspectedVersion, parked, outbox, history, more);
    }

    private static <T> List<T> with(List<T> all, T another) {
        return Stream.concat(all.stream(), Stream.of(another)).toList();
    }

    /** Parks the row, once: it keeps its first reason, and its work waits for nothing but a person, who is told. */
    public Progress parkedFor(Statement reason, List<Statement> details, Instant now) {
        if (parked != null) return this;
        return awaitingNothing()
                .parked(new Parked(reason, now, details))
                .noted("parked: " + reason.in(Language.EN), now)
                .owing(new Notice.Parked(reason), now);
    }

    /** A document of the row was made; staff learns which letters in it no typeface has, if any. */
    public Progress documented(String number, List<String> missing, Instant now) {
        return missing.isEmpty() ? this : owing(new Notice.Unprintable(number, missing), now);
    }

    boolean isParkedFor(Statement reason) {
        return parked != null && parked.reason().equals(reason);
    }

    public Progress unparked() {
        return parked(null);
    }

    @JsonIgnore
    public boolean isParked() {
        return parked != null;
    }

    /** Why it is parked, in words; empty when it is not. */
    public Optional<Parked.Told> told(Language language) {
        return Optional.ofNullable(parked).map(it -> it.in(language));
    }

    /** Owes a mail, which {@code due-work} hands over soon. */
    public Progress owing(Notice notice, Instant now) {
        Progress owing = with(attempt, fruitless, deadlines, parked, outbox.with(notice));
        return deadlines.containsKey(Deadline.NOTICE) ? owing : owing.beside(Deadline.NOTICE, now);
    }

    /** Whether so many mails wait to be sent that who causes them is to wait, so that the row stays small. */
    public boolean owesMuch() {
        return outbox.notices().size() >= MOST_NOTICES;
    }

    /** Written before the first notice is sent. */
    public Progress notifying(Instant now) {
        return with(attempt, fruitless, deadlines, parked, outbox.claim())
                .beside(Deadline.NOTICE, now.plus(LONGEST_NOTIFYING));
    }

    /** The first notice is sent, or cannot be. */
    public Progress notified() {
        Progress next = with(attempt, fruitless, deadlines, parked, outbox.withoutFirst());
        return next.outbox.isEmpty() ? next.without(Deadline.NOTICE) : next;
    }

    /** Who was sending the first notice is dead. */
    Progress unclaimed() {
        return with(attempt, fruitless, deadlines, parked, outbox.unclaimed());
    }

    /** Hands the notices over once more; a message of an earlier round is void. */
    Progress handingOverNotices(Instant now) {
        Duration wait = WITH_NOTICES.after(outbox.round());
        return with(attempt, fruitless, deadlines, parked, outbox.nextRound()).beside(Deadline.NOTICE, now.plus(wait));
    }

    /**
     * Whether a step that is late is dead. The first look only notes the version and gives the step as long again as its
     * function may run; a row that is still the same then has nobody who works on it.
     *
     * @param version of the row, as read
     */
    public Judgment judge(Deadline step, long version, Duration longestRun, Instant now) {
        if (suspectedVersion != null && suspectedVersion == version) {
            return fruitless >= MOST_ATTEMPTS && step.isStep() ? new Judgment.Hopeless() : new Judgment.Dead();
        }
        Progress later = beside(step, now.plus(longestRun));
        return new Judgment.Suspected(
                new Progress(attempt, fruitless, later.deadlines, version + 1, parked, outbox, history, returned));
    }

    /** What a look at a late step found. */
    public sealed interface Judgment {
        /** Write this, which raises the version to the suspected one, and look again. */
        record Suspected(Progress progress) implements Judgment {}

        record Dead() implements Judgment {}

        /** Dead, and tried often enough. */
        record Hopeless() implements Judgment {}
    }

    private Progress parked(@Nullable Parked parked) {
        return new Progress(attempt, fruitless, deadlines, suspectedVersion, parked, outbox, history, returned);
    }

    private Progress with(
            int attempt, int fruitless, Map<Deadline, Instant> deadlines, @Nullable Parked parked, Outbox outbox) {
        return new Progress(attempt, fruitless, deadlines, null, parked, outbox, history, returned);
    }
}
