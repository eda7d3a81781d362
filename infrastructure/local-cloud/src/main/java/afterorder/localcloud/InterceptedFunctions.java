package afterorder.localcloud;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import afterorder.localcloud.fault.DisturbedFunctions;
import afterorder.localcloud.function.Functions;
import afterorder.localcloud.iam.Invoker;
import afterorder.localcloud.iam.Permissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Invocations by gateway, triggers and workflows pass the edge's interceptors as every other call does, and need rights. */
final class InterceptedFunctions implements Functions {
    private static final int OK = 200;

    private final DisturbedFunctions functions;
    private final Interceptor interceptor;
    private final Permissions permissions;
    private final Invoker invoker;
    private final InstantSource clock;

    InterceptedFunctions(
            DisturbedFunctions functions,
            Interceptor interceptor,
            Permissions permissions,
            Invoker invoker,
            InstantSource clock) {
        this.functions = functions;
        this.interceptor = interceptor;
        this.permissions = permissions;
        this.invoker = invoker;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> invoke(String function, byte[] event) {
        Caller caller = new Caller(invoker.caller(), "");
        Call call = new Call(clock.instant(), "lambda", "Invoke", caller, function, event.length, Optional.empty());
        interceptor.before(call);
        try {
            permissions.checkInvocation(invoker, function);
        } catch (AwsError denied) {
            interceptor.after(call, new Outcome(denied.status(), 0));
            throw denied;
        }
        return functions.invoke(call, event).whenComplete((answer, failure) -> {
            Outcome outcome = failure == null ? new Outcome(OK, answer.payload().length) : Outcome.CUT;
            interceptor.after(call, outcome);
        });
    }
}
