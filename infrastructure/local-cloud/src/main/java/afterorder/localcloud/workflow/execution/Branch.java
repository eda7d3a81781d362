package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of events of an execution: the execution itself, a branch of a Parallel, an iteration of a Map. After a
 * restart, what was recorded is consumed first, instead of done again.
 */
final class Branch {
    private final Execution execution;
    private final @Nullable Branch parent;
    private final String path;
    private final Deque<Event> recorded;
    private long last;
    private Instant lastAt = Instant.EPOCH;
    private volatile boolean stopped;

    Branch(Execution execution, @Nullable Branch parent, String path, List<Event> recorded) {
        this.execution = execution;
        this.parent = parent;
        this.path = path;
        this.recorded = new ArrayDeque<>(recorded);
        this.last = parent == null ? 0 : parent.last;
    }

    /** @param step tells the branch from its siblings, and from those of other states and attempts */
    Branch child(String step) {
        String child = path + "/" + step;
        return new Branch(execution, this, child, execution.recorded(child));
    }

    String path() {
        return path;
    }

    /** When the latest event was. */
    Instant lastAt() {
        return lastAt;
    }

    Event emit(String type, ObjectNode details) {
        return emit(type, details, JsonNodeFactory.instance.objectNode(), false);
    }

    /** @param durable whether an effect depends on it: it must not happen before the event is on the disk */
    Event emit(String type, ObjectNode details, ObjectNode note, boolean durable) {
        Event event = replayed(type);
        return event != null ? event : accept(execution.append(this, last, type, details, note, durable));
    }

    /** Keeps what only a restart needs to know. */
    Event note(String type, ObjectNode note) {
        Event event = recorded(type);
        return event != null ? event : execution.note(this, type, note);
    }

    /** The next recorded event, consumed, if it is of one of the types. */
    @Nullable
    Event recorded(String... types) {
        Event next = recorded.peek();
        return next != null && List.of(types).contains(next.type()) ? accept(recorded.remove()) : null;
    }

    /** What the state just entered was left with: all between is passed over. */
    @Nullable
    Event recordedExit() {
        return recordedEnd("StateExited");
    }

    /** The next recorded event whose type ends so; all between is passed over. */
    @Nullable
    Event recordedEnd(String type) {
        if (recorded.stream().noneMatch(event -> event.type().endsWith(type))) return null;
        while (!recorded.element().type().endsWith(type)) accept(recorded.remove());
        return accept(recorded.remove());
    }

    /** Whether there is more to consume. */
    boolean isReplaying() {
        return !recorded.isEmpty();
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped || parent != null && parent.isStopped();
    }

    private @Nullable Event replayed(String type) {
        if (recorded.isEmpty()) return null;
        Event event = recorded(type);
        if (event == null)
            throw new IllegalStateException(
                    "the journal goes on with " + recorded.element().type() + ", the execution with " + type);
        return event;
    }

    private Event accept(Event event) {
        if (event.id() > 0) last = event.id();
        lastAt = event.at();
        return event;
    }
}
