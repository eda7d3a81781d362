package afterorder.order.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/**
 * The notices that a row still owes, the oldest first.
 *
 * @param round counts the times that they were handed over to be sent; a message of an earlier round ends without effect
 * @param claimed whether somebody is sending the first one: nobody else may then
 * @param fruitless how many have claimed the first one and died before it was written off
 */
public record Outbox(List<Notice> notices, int round, boolean claimed, int fruitless) {
    public static final Outbox EMPTY = new Outbox(List.of(), 0, false, 0);

    public Outbox {
        notices = List.copyOf(notices);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return notices.isEmpty();
    }

    public Outbox with(Notice notice) {
        List<Notice> more = Stream.concat(notices.stream(), Stream.of(notice)).toList();
        return new Outbox(more, round, claimed, fruitless);
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
        return !isEmpty() && first().equals(claim.first()) && claimed == (round == claim.round);
    }

    /** Written before the first notice is sent. */
    public Outbox claim() {
        return new Outbox(notices, round, true, fruitless);
    }

    /** The first notice is sent, or cannot be. */
    public Outbox withoutFirst() {
        return notices.size() == 1 ? EMPTY : new Outbox(notices.subList(1, notices.size()), round, false, 0);
    }

    /** Who claimed the first notice is dead. */
    public Outbox unclaimed() {
        return new Outbox(notices, round, false, fruitless + 1);
    }

    public Outbox nextRound() {
        return new Outbox(notices, round + 1, false, fruitless);
    }
}
