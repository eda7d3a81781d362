package afterorder.acceptance;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.ConnectionCut;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import afterorder.localcloud.function.FunctionRunner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Kills a function's process right after its n-th call of AWS was served, before the answer reaches it. */
final class KillAfter implements Interceptor {
    private final FunctionRunner functions;
    private final String function;
    private final AtomicInteger left;
    private final AtomicReference<Optional<Call>> fatal = new AtomicReference<>(Optional.empty());

    /** @param function part of the function's name */
    KillAfter(FunctionRunner functions, String function, int call) {
        this.functions = functions;
        this.function = function;
        this.left = new AtomicInteger(call);
    }

    @Override
    public void answering(Call call) {
        if (!call.caller().name().contains(function) || left.decrementAndGet() != 0) return;
        fatal.set(Optional.of(call));
        functions.kill(call.caller().environment());
        throw new ConnectionCut("killed by the test");
    }

    @Override
    public void after(Call call, Outcome outcome) {}

    /** The call after which the process was killed; none when the function made fewer calls. */
    Optional<Call> fatal() {
        return fatal.get();
    }
}
