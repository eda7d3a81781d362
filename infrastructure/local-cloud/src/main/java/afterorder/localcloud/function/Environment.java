package afterorder.localcloud.function;

import afterorder.localcloud.function.RunningEnvironment.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JVM of a function, as the Runtime API sees it: it asks for the next invocation, answers it, and lives until it
 * ends, is killed, or an invocation takes too long.
 */
final class Environment {
    /** The process's open request for an invocation. */
    interface NextRequest {
        void hand(Invocation invocation);

        /** The process is gone. */
        void abandon();
    }

    private final String id;
    private final FunctionDefinition function;
    private final EnvironmentOwner owner;
    private final ScheduledExecutorService timers;
    private final long createdAt = System.nanoTime();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private State state = State.STARTING;
    private @Nullable ProcessHandle process;
    private @Nullable NextRequest request;
    private @Nullable Invocation current;
    private @Nullable Invocation latest;
    private @Nullable Function<String, Functions.Answer> startFailure;
    private @Nullable ScheduledFuture<?> limit;

    Environment(String id, FunctionDefinition function, EnvironmentOwner owner, ScheduledExecutorService timers) {
        this.id = id;
        this.function = function;
        this.owner = owner;
        this.timers = timers;
    }

    String id() {
        return id;
    }

    Duration timeout() {
        return function.timeout();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - createdAt);
    }

    synchronized RunningEnvironment view() {
        return new RunningEnvironment(
                id,
                function.name(),
                process == null ? 0 : process.pid(),
                state,
                Optional.ofNullable(current).map(Invocation::requestId));
    }

    /** The invocation that runs or, between two, the one before: to whom a written line belongs. */
    synchronized Optional<String> latestRequestId() {
        return Optional.ofNullable(latest).map(Invocation::requestId);
    }

    /** @param startLimit the process is killed when it has not asked for an invocation until then */
    synchronized void runs(ProcessHandle started, Duration startLimit) {
        process = started;
        if (state == State.ENDED) started.destroyForcibly();
        if (state == State.STARTING) limit = after(startLimit, () -> startTookTooLong(startLimit));
    }

    /** The process asks for an invocation and gets it now or later. */
    void next(NextRequest asked) {
        synchronized (this) {
            if (state == State.ENDED) return;
            cancelLimit();
            request = asked;
            state = State.IDLE;
        }
        owner.idle(this);
    }

    /** Hands an invocation over; false when the environment cannot take it. */
    boolean take(Invocation invocation) {
        NextRequest receiver;
        synchronized (this) {
            if (state != State.IDLE || request == null) return false;
            receiver = request;
            request = null;
            current = invocation;
            latest = invocation;
            state = State.BUSY;
            invocation.handedOver();
            limit = after(function.timeout(), () -> timeOut(invocation));
        }
        receiver.hand(invocation);
        return true;
    }

    /** False when that invocation is not under way here. */
    boolean answer(String requestId, Functions.Answer answer) {
        Invocation invocation;
        synchronized (this) {
            if (current == null || !current.requestId().equals(requestId)) return false;
            invocation = current;
            current = null;
            cancelLimit();
        }
        owner.answered(this, invocation, answer);
        return true;
    }

    /** Its handler could not be made, or a hook of the snapshot failed; the process ends by itself then. */
    synchronized void startFailed(Functions.Answer answer) {
        startFailure = requestId -> answer;
    }

    /** The process never came to be. */
    void couldNotStart(Exception why) {
        synchronized (this) {
            startFailure = requestId ->
                    LambdaFailure.notStarted(requestId, why.toString()).answer();
        }
        ended(1);
    }

    void ended(int code) {
        NextRequest abandoned;
        Invocation unanswered;
        Optional<Function<String, Functions.Answer>> failure;
        synchronized (this) {
            failure = state == State.STARTING ? Optional.of(failureAtStart(code)) : Optional.empty();
            state = State.ENDED;
            abandoned = request;
            request = null;
            unanswered = current;
            current = null;
            cancelLimit();
        }
        if (abandoned != null) abandoned.abandon();
        if (unanswered != null) {
            LambdaFailure exited = LambdaFailure.exited(unanswered.requestId(), code);
            owner.answered(this, unanswered, exited.answer());
        }
        owner.ended(this, failure);
    }

    /** Nothing of it is left, no process and no file. */
    void gone() {
        end.complete(null);
    }

    CompletableFuture<Void> end() {
        return end;
    }

    synchronized void kill() {
        if (process == null) {
            state = State.ENDED;
        } else {
            process.destroyForcibly();
        }
    }

    private Function<String, Functions.Answer> failureAtStart(int code) {
        if (startFailure != null) return startFailure;
        return requestId -> LambdaFailure.exited(requestId, code).answer();
    }

    private synchronized void startTookTooLong(Duration startLimit) {
        if (state != State.STARTING) return;
        startFailure =
                requestId -> LambdaFailure.timedOut(requestId, startLimit).answer();
        kill();
    }

    private void timeOut(Invocation invocation) {
        LambdaFailure failure = LambdaFailure.timedOut(invocation.requestId(), function.timeout());
        if (answer(invocation.requestId(), failure.answer())) kill();
    }

    private ScheduledFuture<?> after(Duration delay, Runnable task) {
        return timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancelLimit() {
        if (limit != null) limit.cancel(false);
        limit = null;
    }
}
