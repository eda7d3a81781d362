package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.history.Journal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The task tokens of an execution that wait. An answer that was taken is on the disk. */
final class Tokens {
    private final Journal journal;
    private final InstantSource clock;
    private final Map<String, TaskToken> open = new HashMap<>();
    private boolean suspended;

    /** @param recorded those that a journal tells */
    Tokens(Journal journal, InstantSource clock, Map<String, TaskToken> recorded) {
        this.journal = journal;
        this.clock = clock;
        this.open.putAll(recorded);
    }

    synchronized TaskToken open(String text) {
        return open.computeIfAbsent(text, _ -> new TaskToken(clock.instant()));
    }

    /** While the program ends, answers are still taken: the Task goes on to wait at the next start. */
    synchronized void close(String text) {
        if (!suspended) open.remove(text);
    }

    synchronized void suspend() {
        suspended = true;
    }

    synchronized void closeAll() {
        open.clear();
    }

    synchronized boolean settle(String text, TaskToken.Answer answer, ObjectNode note) {
        TaskToken token = open.get(text);
        if (token == null || token.answer().isDone()) return false;
        note.put("token", text);
        journal.append(new Event(0, 0, clock.instant(), "", Recording.ANSWERED, Details.none(), note), true);
        token.answer().complete(answer);
        return true;
    }

    synchronized boolean heartbeat(String text) {
        TaskToken token = open.get(text);
        if (token == null || token.answer().isDone()) return false;
        token.beat(clock.instant());
        return true;
    }

    /** What came in the very moment goes before. */
    synchronized TaskToken.Answer timedOut(TaskToken token, boolean heartbeatMissed) {
        token.answer().complete(new TaskToken.Answer.TimedOut(heartbeatMissed));
        return token.answer().join();
    }
}
