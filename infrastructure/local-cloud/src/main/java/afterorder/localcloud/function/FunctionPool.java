package afterorder.localcloud.function;

import afterorder.localcloud.edge.AwsError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environments of one function, and the invocations that wait for one. An environment is started when none is idle,
 * up to a bound, and stays.
 */
final class FunctionPool implements EnvironmentOwner {
    /** Makes an environment and starts its process in the background. */
    @FunctionalInterface
    interface Starter {
        Environment start(FunctionPool owner);
    }

    private final FunctionDefinition function;
    private final int bound;
    private final Starter starter;
    private final FunctionJournal journal;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();

    private final List<Environment> environments = new ArrayList<>();
    private final Set<Environment> starting = new HashSet<>();
    /** They have answered, and ask for their next invocation in a moment, or end. */
    private final Set<Environment> returning = new HashSet<>();

    private final Deque<Environment> idle = new ArrayDeque<>();
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean closed;

    FunctionPool(FunctionDefinition function, int bound, Starter starter, FunctionJournal journal) {
        this.function = function;
        this.bound = bound;
        this.starter = starter;
        this.journal = journal;
    }

    FunctionDefinition function() {
        return function;
    }

    FunctionJournal journal() {
        return journal;
    }

    synchronized List<Environment> environments() {
        return List.copyOf(environments);
    }

    /** @throws AwsError {@code TooManyRequestsException} when the reserved concurrency is used up */
    void submit(Invocation invocation) {
        synchronized (this) {
            if (closed) throw new AwsError(503, "ServiceUnavailableException", "the local cloud ends");
            if (underWay >= function.reservedConcurrency().orElse(Integer.MAX_VALUE)) {
                throw new AwsError(429, "TooManyRequestsException", "Rate Exceeded.");
            }
            underWay++;
            waiting.add(invocation);
        }
        dispatch();
    }

    /** Starts an environment when there is none; completes when one is ready, or could not be. */
    CompletableFuture<Void> warm() {
        synchronized (this) {
            if (environments.isEmpty() && !closed) startOne();
        }
        return firstReady;
    }

    /** No environment is started any more; what waits is answered with an error. */
    void close() {
        List<Invocation> unanswered;
        synchronized (this) {
            closed = true;
            unanswered = List.copyOf(waiting);
            waiting.clear();
        }
        for (Invocation invocation : unanswered) {
            complete(
                    invocation,
                    LambdaFailure.notStarted(invocation.requestId(), "the local cloud ends")
                            .answer());
        }
        environments().forEach(Environment::kill);
    }

    @Override
    public void idle(Environment environment) {
        synchronized (this) {
            if (starting.remove(environment)) {
                journal.ready(environment);
                firstReady.completeAsync(() -> null);
            }
            returning.remove(environment);
            idle.addLast(environment);
        }
        dispatch();
    }

    @Override
    public void answered(Environment environment, Invocation invocation, Functions.Answer answer) {
        synchronized (this) {
            returning.add(environment);
        }
        finish(environment, invocation, answer);
    }

    @Override
    public void ended(Environment environment, Optional<Function<String, Functions.Answer>> startFailure) {
        Invocation failed;
        synchronized (this) {
            environments.remove(environment);
            starting.remove(environment);
            returning.remove(environment);
            idle.remove(environment);
            firstReady.completeAsync(() -> null);
            failed = startFailure.isPresent() ? waiting.poll() : null;
        }
        // One failed start fails one invocation, as on Lambda; the next one tries again.
        if (failed != null) {
            finish(environment, failed, startFailure.orElseThrow().apply(failed.requestId()));
        }
        dispatch();
    }

    private void dispatch() {
        Handover handover = nextHandover();
        while (handover != null) {
            if (!handover.to.take(handover.invocation)) waitsAgain(handover.invocation);
            handover = nextHandover();
        }
    }

    private synchronized @Nullable Handover nextHandover() {
        if (waiting.isEmpty()) return null;
        if (idle.isEmpty()) {
            while (starting.size() + returning.size() < waiting.size() && environments.size() < bound && !closed) {
                startOne();
            }
            return null;
        }
        return new Handover(idle.removeLast(), waiting.removeFirst());
    }

    private synchronized void waitsAgain(Invocation invocation) {
        waiting.addFirst(invocation);
    }

    private void startOne() {
        Environment environment = starter.start(this);
        environments.add(environment);
        starting.add(environment);
        journal.started();
    }

    private void finish(Environment environment, Invocation invocation, Functions.Answer answer) {
        journal.answered(environment, invocation, answer);
        complete(invocation, answer);
    }

    private void complete(Invocation invocation, Functions.Answer answer) {
        synchronized (this) {
            underWay--;
        }
        // Whoever waits goes on in a thread of its own, so that the Runtime API answers the function first.
        invocation.answer().completeAsync(() -> answer, Thread::startVirtualThread);
    }

    private record Handover(Environment to, Invocation invocation) {}
}
