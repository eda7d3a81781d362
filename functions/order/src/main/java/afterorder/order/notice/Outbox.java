package afterorder.order.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The notices that a row still owes, the oldest first.
 *
 * @param round counts the times that they were handed over to be sent; a message of an earlier round ends without effect
 * @param claimed whether somebody is sending the first one: nobody else may then
 * @param fruitless how many have claimed the first one and died before it was written off
 * @param done how many notices were written off, so that the first one has the number after that
 * @param latest those of others than staff that were written off last: they are sent elsewhere when they come back
 */
public record Outbox(
        List<Notice> notices,
        int round,
        boolean claimed,
        int fruitless,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int done,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Done> latest) {
    public static final Outbox EMPTY = new Outbox(List.of(), 0, false, 0, 0, List.of());

    /** So that no row grows without end. */
    private static final int MOST_KEPT = 10;

    public Outbox {
        notices = List.copyOf(notices);
        latest = latest == null ? List.of() : List.copyOf(latest);
    }

    /** A notice that was written off. @param number counts the row's notices from 1 */
    public record Done(int number, Notice notice) {}

    @JsonIgnore
    public boolean isEmpty() {
        return notices.isEmpty();
    }

    public Outbox with(Notice notice) {
        List<Notice> more = Stream.concat(notices.stream(), Stream.of(notice)).toList();
        return new Outbox(more, round, claimed, fruitless, done, latest);
    }

    /** Whether a message of that round may send the first notice now. */
    public boolean awaitsSending(int round) {
        return !isEmpty() && !claimed && this.round == round;
    }

    /** @throws java.util.NoSuchElementException when nothing is owed */
    public Notice first() {
        return notices.getFirst();
    }

    /** Whether what was sent under that claim still stands here: not written off, and not being sent anew by somebody else. */
    boolean stillOwes(Outbox claim) {
        return !isEmpty() && done == claim.done && claimed == (round == claim.round);
    }

    /** Written before the first notice is sent. */
    public Outbox claim() {
        return new Outbox(notices, round, true, fruitless, done, latest);
    }

    /** The first notice is sent, or cannot be. */
    public Outbox withoutFirst() {
        List<Notice> left = notices.subList(1, notices.size());
        return new Outbox(left, left.isEmpty() ? 0 : round, false, 0, done + 1, latestWithFirst());
    }

    private List<Done> latestWithFirst() {
        if (first().reader().isStaff()) return latest;
        List<Done> longer = new ArrayList<>(latest);
        longer.add(new Done(done + 1, first()));
        return longer.subList(Math.max(0, longer.size() - MOST_KEPT), longer.size());
    }

    /** The notice of that number: one that is owed, or that was written off not long ago. */
    public Optional<Notice> notice(int number) {
        int ahead = number - done - 1;
        if (ahead >= 0 && ahead < notices.size()) return Optional.of(notices.get(ahead));
        return latest.stream()
                .filter(old -> old.number() == number)
                .map(Done::notice)
                .findFirst();
    }

    /** Who claimed the first notice is dead. */
    public Outbox unclaimed() {
        return new Outbox(notices, round, false, fruitless + 1, done, latest);
    }

    public Outbox nextRound() {
        return new Outbox(notices, round + 1, false, fruitless, done, latest);
    }
}
