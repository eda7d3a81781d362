package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.clock.MovableClock.Timer;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.history.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An execution of a state machine: a thread that interprets the definition, the journal of what it did, and how it
 * ended. All events pass through here, one after the other; after the last one none is taken.
 */
public final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);
    private static final int LONGEST_HISTORY = 25_000;

    private final String arn;
    private final String name;
    private final Machine machine;
    private final Environment environment;
    private final Journal journal;
    private final Instant started;
    private final String input;
    private final Map<String, List<Event>> recorded;
    private final Tokens tokens;
    private final CompletableFuture<Execution> ended = new CompletableFuture<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private long lastId;
    private volatile boolean suspended;
    private volatile Status status = Status.RUNNING;
    private @Nullable Event end;
    private @Nullable Thread thread;
    private @Nullable Timer timeout;

    private Execution(String arn, String name, Machine machine, Environment environment, Journal journal) {
        Recording recording = new Recording(journal.events());
        this.arn = arn;
        this.name = name;
        this.machine = machine;
        this.environment = environment;
        this.journal = journal;
        this.started = recording.start().at();
        this.input = recording.start().details().path("input").asText();
        this.recorded = recording.branches();
        this.lastId = recording.lastId();
        Map<String, TaskToken> open = recording.openTokens(environment.clock().instant());
        this.tokens = new Tokens(journal, environment.clock(), open);
        if (recording.end() != null) ended(recording.end());
    }

    /** Begins, once the beginning is on the disk. */
    public static Execution start(
            String arn, String name, Machine machine, String input, Environment environment, Journal journal) {
        ObjectNode details = Details.of("input", input, "roleArn", machine.roleArn());
        ObjectNode note = Details.none().put("revision", machine.revision());
        Instant now = environment.clock().instant();
        journal.append(new Event(1, 0, now, "", Status.RUNNING.event(), details, note), true);
        Execution execution = new Execution(arn, name, machine, environment, journal);
        execution.go();
        return execution;
    }

    /** As the journal tells it; it goes on with {@link #resume}. */
    public static Execution load(String arn, String name, Machine machine, Environment environment, Journal journal) {
        return new Execution(arn, name, machine, environment, journal);
    }

    /** Goes on where the journal ends; nothing, where the execution had ended. */
    public void resume() {
        if (status == Status.RUNNING) go();
    }

    /** The revision of the state machine that a journal is of; 0 where nothing is in it. */
    public static int revision(Journal journal) {
        return journal.events().stream()
                .findFirst()
                .map(start -> start.note().path("revision").asInt())
                .orElse(0);
    }

    public String arn() {
        return arn;
    }

    public String name() {
        return name;
    }

    public Machine machine() {
        return machine;
    }

    public Status status() {
        return status;
    }

    public String input() {
        return input;
    }

    public Instant started() {
        return started;
    }

    /** When, and with which output, error and cause; null while it runs. */
    public synchronized @Nullable Event end() {
        return end;
    }

    /** Completes when the execution has ended. */
    public CompletableFuture<Execution> ended() {
        return ended;
    }

    /** What happened so far, in order. */
    public List<Event> history() {
        return journal.events().stream().filter(event -> event.id() > 0).toList();
    }

    /** Ends it, though not before it has entered its first state, as on AWS; nothing, where it has ended. */
    public void abort(@Nullable String error, @Nullable String cause) {
        awaitFirstState();
        finish(Status.ABORTED, Details.error(error, cause));
    }

    /** Stops the thread, as the end of the program does: the journal stays as it is, and can be resumed. */
    public synchronized void suspend() {
        suspended = true;
        tokens.suspend();
        if (timeout != null) timeout.cancel();
        if (thread != null) thread.interrupt();
    }

    /** False where the Task waits no more. */
    public boolean answer(String token, TaskToken.Answer.Success answer) {
        return tokens.settle(token, answer, Details.of("output", answer.output().toString()));
    }

    /** False where the Task waits no more. */
    public boolean answer(String token, TaskToken.Answer.Failure answer) {
        return tokens.settle(token, answer, Details.error(answer.error(), answer.cause()));
    }

    /** False where the Task waits no more. */
    public boolean heartbeat(String token) {
        return tokens.heartbeat(token);
    }

    Tokens tokens() {
        return tokens;
    }

    /** What a branch has to consume; it is told once. */
    synchronized List<Event> recorded(String branch) {
        List<Event> events = recorded.remove(branch);
        return events == null ? List.of() : events;
    }

    synchronized Event append(
            Branch branch, long previous, String type, ObjectNode details, ObjectNode note, boolean durable) {
        checkGoesOn(branch);
        if (lastId == LONGEST_HISTORY - 1) {
            finish(
                    Status.FAILED,
                    Details.error(
                            "States.Runtime", "The execution reached the maximum number of history events (25000)."));
            throw new Stopped();
        }
        Instant now = environment.clock().instant();
        Event event = new Event(++lastId, previous, now, branch.path(), type, details, note);
        journal.append(event, durable);
        entered.countDown();
        return event;
    }

    synchronized Event note(Branch branch, String type, ObjectNode note) {
        checkGoesOn(branch);
        Instant now = environment.clock().instant();
        Event event = new Event(0, 0, now, branch.path(), type, Details.none(), note);
        journal.append(event, true);
        return event;
    }

    /** Null where the deadline was first. */
    <T> @Nullable T await(CompletableFuture<T> future, @Nullable Instant deadline) {
        CompletableFuture<@Nullable T> first = future.thenApply(value -> value);
        Timer timer = deadline == null ? null : environment.clock().at(deadline, () -> first.complete(null));
        try {
            return first.get();
        } catch (InterruptedException stop) {
            throw new Stopped();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            if (timer != null) timer.cancel();
        }
    }

    /** Until moved time has come so far. */
    void sleep(Instant until) {
        await(new CompletableFuture<Void>(), until);
    }

    private void awaitFirstState() {
        try {
            if (lastId <= 1 && !entered.await(1, TimeUnit.SECONDS)) LOG.debug("{} is slow to begin", arn);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkGoesOn(Branch branch) {
        if (status != Status.RUNNING || suspended || branch.isStopped()) throw new Stopped();
    }

    private synchronized void go() {
        machine.definition()
                .timeoutSeconds()
                .ifPresent(seconds -> timeout = environment
                        .clock()
                        .at(started.plusSeconds(seconds), () -> finish(Status.TIMED_OUT, Details.none())));
        thread = Thread.ofVirtual().name("execution " + name).start(this::run);
    }

    private void run() {
        try {
            JsonNode output = new Interpreter(this, environment).run();
            finish(Status.SUCCEEDED, Details.of("output", output.toString()));
        } catch (StateError failure) {
            finish(Status.FAILED, Details.error(failure.error(), failure.cause()));
        } catch (Stopped _) {
            LOG.debug("{} was stopped", arn);
        } catch (RuntimeException | Error failure) {
            LOG.error("{} failed in the local cloud itself", arn, failure);
            finish(Status.FAILED, Details.error("States.Runtime", "the local cloud failed: " + failure));
        }
    }

    private synchronized void finish(Status how, ObjectNode details) {
        if (status != Status.RUNNING || suspended) return;
        tokens.closeAll();
        Event event =
                new Event(lastId + 1, lastId, environment.clock().instant(), "", how.event(), details, Details.none());
        journal.append(event, true);
        ended(event);
        if (timeout != null) timeout.cancel();
        if (thread != null && thread != Thread.currentThread()) thread.interrupt();
    }

    private void ended(Event event) {
        end = event;
        for (Status possible : Status.values()) if (possible.event().equals(event.type())) status = possible;
        journal.close();
        ended.completeAsync(() -> this);
    }
}
