package afterorder.localcloud;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started and must be ended, the latest first. */
public final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** @return it */
    public <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Ends all, also when one of them cannot be ended. */
    @Override
    public void close() {
        IllegalStateException failure = new IllegalStateException("a part of the local cloud does not end");
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception broken) {
                failure.addSuppressed(broken);
            }
        }
        if (failure.getSuppressed().length > 0) throw failure;
    }
}
