package afterorder.localcloud.edge;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Watches the answer of one call: tells the interceptors when it begins and when it has ended, and counts its bytes. The
 * end is told before the last bytes leave, so whoever has its answer finds its call in the log.
 */
final class WatchedExchange extends Response.Wrapper {
    private final Call call;
    private final Interceptor interceptors;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long bytes;

    WatchedExchange(Request request, Response response, Call call, Interceptor interceptors) {
        super(request, response);
        this.call = call;
        this.interceptors = interceptors;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        try {
            if (begun.compareAndSet(false, true)) interceptors.answering(call, status());
        } catch (ConnectionCut cut) {
            cut();
            callback.failed(cut);
            return;
        }
        if (content != null) bytes += content.remaining();
        if (last) end(outcome());
        super.write(last, content, callback);
    }

    /** The caller gets no answer, or no more of it. */
    void cut() {
        end(Outcome.CUT);
        getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
    }

    /** The callback of the exchange, which ends the call where no last write did. */
    Callback ending(Callback callback) {
        return new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                end(outcome());
                super.succeeded();
            }

            @Override
            public void failed(Throwable failure) {
                end(Outcome.CUT);
                super.failed(failure);
            }
        };
    }

    private Outcome outcome() {
        return new Outcome(status(), bytes);
    }

    private int status() {
        return getStatus() == 0 ? 200 : getStatus();
    }

    private void end(Outcome outcome) {
        if (ended.compareAndSet(false, true)) interceptors.after(call, outcome);
    }
}
