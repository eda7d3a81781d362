package afterorder.localcloud.vendor;

import afterorder.localcloud.door.DoorBody;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the marketplace was told to do next, for each kind of call in its order. */
final class Instructions {

    /** {@code PLACE} is an order that is not in the book yet, {@code READ} any GET of the ordering interface. */
    enum Kind {
        PLACE,
        READ,
        COMMERCE
    }

    private final Map<Kind, Queue<Instruction>> waiting = new EnumMap<>(Kind.class);

    Instructions() {
        for (Kind kind : Kind.values()) waiting.put(kind, new ConcurrentLinkedQueue<>());
    }

    /**
     * Takes an instruction, as often as it says.
     *
     * @return how many wait now for that kind of call
     * @throws IllegalArgumentException with what is wrong or unknown
     */
    int add(JsonNode json) {
        Instruction instruction = InstructionReader.read(json);
        DoorBody body = new DoorBody(json);
        String call = json.has("call") ? body.oneOf("call", "place", "read", "commerce") : "place";
        Queue<Instruction> queue = of(Kind.valueOf(call.toUpperCase(Locale.ROOT)));
        queue.addAll(Collections.nCopies(body.whole("times", 1, 1000, 1), instruction));
        return queue.size();
    }

    /** For an order. */
    @Nullable
    Instruction nextPlace() {
        return of(Kind.PLACE).poll();
    }

    /** For a call that reads, which only faults can meet: the answer that comes instead of the right one. */
    Optional<Answer> strike(Kind kind) throws InterruptedException {
        return of(kind).poll() instanceof Instruction.Fault fault ? fault.strike() : Optional.empty();
    }

    private Queue<Instruction> of(Kind kind) {
        return Optional.ofNullable(waiting.get(kind)).orElseThrow();
    }
}
