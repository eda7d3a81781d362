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

    private record Plan(Kind kind, int nth, AwsError refusal, AtomicInteger calls) {
        boolean strikes() {
            int number = calls.incrementAndGet();
            return kind == Kind.DEAD_FROM_HERE ? number >= nth : number == nth;
        }
    }

    private final Caller caller;
    private final Set<Call> silenced = ConcurrentHashMap.newKeySet();
    private volatile Plan plan;

    Faults(Caller caller) {
        this.caller = caller;
        plan(Kind.REFUSED, 0);
    }

    /** From now on. @param nth counted from the next call, from 1; 0 for none */
    void plan(Kind kind, int nth) {
        plan(kind, nth, refusal("refused, as told"));
    }

    /** The call is refused so. */
    void plan(AwsError refusal, int nth) {
        plan(Kind.REFUSED, nth, refusal);
    }

    private void plan(Kind kind, int nth, AwsError refusal) {
        plan = new Plan(kind, nth, refusal, new AtomicInteger());
    }

    @Override
    public void before(Call call) {
        if (!call.caller().equals(caller) || !plan.strikes()) return;
        switch (plan.kind()) {
            case DEAD_FROM_HERE -> throw refusal("the environment is dead");
            case REFUSED -> throw plan.refusal();
            case ANSWER_LOST -> silenced.add(call);
        }
    }

    @Override
    public void answering(Call call, int status) {
        if (silenced.remove(call)) throw new ConnectionCut("the answer is lost, as told");
    }

    /** A code that no client tries again. */
    private static AwsError refusal(String why) {
        return new AwsError(403, "AccessDeniedException", why);
    }
}
