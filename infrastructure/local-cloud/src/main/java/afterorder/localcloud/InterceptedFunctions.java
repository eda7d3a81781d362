package afterorder.localcloud;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import afterorder.localcloud.fault.DisturbedFunctions;
import afterorder.localcloud.function.Functions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Invocations by gateway, triggers and workflows pass the edge's interceptors as every other call does. */
final class InterceptedFunctions implements Functions {
    private static final int OK = 200;

    private final DisturbedFunctions functions;
    private final Interceptor interceptor;
    private final Caller caller;
    private final InstantSource clock;

    /** @param caller who invokes: {@code api}, {@code sqs}, {@code events}, {@code states} */
    InterceptedFunctions(DisturbedFunctions functions, Interceptor interceptor, String caller, InstantSource clock) {
        this.functions = functions;
        this.interceptor = interceptor;
        this.caller = new Caller(caller, "");
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> invoke(String function, byte[] event) {
        Call call = new Call(clock.instant(), "lambda", "Invoke", caller, function, event.length, Optional.empty());
        interceptor.before(call);
        return functions.invoke(call, event).whenComplete((answer, failure) -> {
            Outcome outcome = failure == null ? new Outcome(OK, answer.payload().length) : Outcome.CUT;
            interceptor.after(call, outcome);
        });
    }
}
