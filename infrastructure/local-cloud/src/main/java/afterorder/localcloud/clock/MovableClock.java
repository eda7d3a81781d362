package afterorder.localcloud.clock;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The time of the local cloud: real time plus an offset that only grows, by jumps. The jumps are kept in a file, so a
 * restart goes on at the moved time and a real time stamp of the past can still be mapped to the moved one.
 *
 * <p>Everything that waits for business time (workflow waits, schedules, token expiry) asks this clock or sets a timer
 * here; what is physical (timeouts of running functions, signatures, pre-signed links) stays on real time.
 */
public final class MovableClock implements InstantSource, AutoCloseable {

    /** From {@code at} (real time) on, moved time is real time plus {@code offset}. */
    public record Jump(Instant at, Duration offset) {}

    /** A task that waits for its time; cancelling one that has run does nothing. */
    public interface Timer {
        void cancel();
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path file;
    private final List<Jump> jumps;
    private final List<Runnable> jumpListeners = new CopyOnWriteArrayList<>();
    private final PriorityQueue<Waiting> timers = new PriorityQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long sequence;
    private volatile boolean closed;

    public MovableClock(Path file) {
        this.file = file;
        this.jumps = new CopyOnWriteArrayList<>(read(file));
        Thread.ofPlatform().daemon().name("clock").start(this::fireTimers);
    }

    /** The moved time. */
    @Override
    public Instant instant() {
        return moved(Instant.now());
    }

    /** The moved time that belonged to a real time stamp, by the jumps made until then. */
    public Instant moved(Instant real) {
        Duration offset = Duration.ZERO;
        for (Jump jump : jumps) {
            if (!jump.at().isAfter(real)) offset = jump.offset();
        }
        return real.plus(offset);
    }

    public void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("the clock only goes forward, not by " + by);
        lock.lock();
        try {
            Duration before = jumps.isEmpty() ? Duration.ZERO : jumps.getLast().offset();
            jumps.add(new Jump(Instant.now(), before.plus(by)));
            write();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        jumpListeners.forEach(Runnable::run);
    }

    public void moveTo(Instant wanted) {
        Duration by = Duration.between(instant(), wanted);
        if (by.isNegative()) throw new IllegalArgumentException("it is later than " + wanted + " already");
        advance(by);
    }

    /** Is told after each jump: whoever polls with a wait must look again. */
    public void onJump(Runnable listener) {
        jumpListeners.add(listener);
    }

    /**
     * Runs the task when moved time has reached {@code due}; tasks whose time a jump passed run at once, in the order of
     * their times, one after the other on the clock's thread. So a task hands long work to a thread of its own.
     */
    public Timer at(Instant due, Runnable task) {
        lock.lock();
        try {
            Waiting waiting = new Waiting(due, sequence++, task);
            timers.add(waiting);
            changed.signalAll();
            return () -> remove(waiting);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void remove(Waiting waiting) {
        lock.lock();
        try {
            timers.remove(waiting);
        } finally {
            lock.unlock();
        }
    }

    private void fireTimers() {
        while (!closed) {
            Waiting next = awaitNext();
            if (next == null) return;
            try {
                next.task.run();
            } catch (RuntimeException failure) {
                System.getLogger(MovableClock.class.getName())
                        .log(System.Logger.Level.ERROR, "a timer of " + next.due + " failed", failure);
            }
        }
    }

    private Waiting awaitNext() {
        lock.lock();
        try {
            while (!closed) {
                Waiting next = timers.peek();
                if (next == null) {
                    changed.await();
                    continue;
                }
                long wait = Duration.between(instant(), next.due).toNanos();
                if (wait <= 0) return timers.poll();
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static List<Jump> read(Path file) {
        try {
            if (!Files.exists(file)) return List.of();
            return JSON.readValue(file.toFile(), new TypeReference<ArrayList<Jump>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the clock's jumps from " + file, failure);
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(next.toFile(), jumps);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the clock's jumps in " + file, failure);
        }
    }

    private record Waiting(Instant due, long sequence, Runnable task) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
