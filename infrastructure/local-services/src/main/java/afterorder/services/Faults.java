package afterorder.services;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.ConnectionCut;
import afterorder.localcloud.edge.Interceptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Disturbs the n-th call of one execution environment. */
public final class Faults implements Interceptor {
    /** What goes wrong. */
    public enum Kind {
        /** The environment has died before this call: no service hears of it any more. */
        DEAD_FROM_HERE,
        /** This one call is refused, as by throttling that outlasts every retry. */
        REFUSED,
        /** This call is served, its answer is lost, and the environment lives on: its client tries again. */
        ANSWER_LOST
    }

    private final Caller caller;
    private final Kind kind;
    private final int nth;
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Call> silenced = ConcurrentHashMap.newKeySet();

    /** @param nth from 1 */
    Faults(Caller caller, Kind kind, int nth) {
        this.caller = caller;
        this.kind = kind;
        this.nth = nth;
    }

    @Override
    public void before(Call call) {
        if (!call.caller().equals(caller)) return;
        int number = calls.incrementAndGet();
        switch (kind) {
            case DEAD_FROM_HERE -> {
                if (number >= nth) throw refusal("the environment is dead");
            }
            case REFUSED -> {
                if (number == nth) throw refusal("refused, as told");
            }
            case ANSWER_LOST -> {
                if (number == nth) silenced.add(call);
            }
        }
    }

    @Override
    public void answering(Call call) {
        if (silenced.remove(call)) throw new ConnectionCut("the answer is lost, as told");
    }

    /** A code that no client tries again. */
    private static AwsError refusal(String why) {
        return new AwsError(403, "AccessDeniedException", why);
    }
}
