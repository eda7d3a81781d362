package afterorder.localcloud.fault;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.function.Functions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What queues and schedules deliver, twice or in another order where a rule says so. */
public final class DisturbedFunctions {
    private final Functions functions;
    private final Faults faults;
    private final MovableClock clock;

    /** By function: those who wait for a later delivery to be done. */
    private final Map<String, CompletableFuture<Void>> overtaken = new ConcurrentHashMap<>();

    public DisturbedFunctions(Functions functions, Faults faults, MovableClock clock) {
        this.functions = functions;
        this.faults = faults;
        this.clock = clock;
    }

    /** @param call the invocation as the edge sees it */
    public CompletableFuture<Functions.Answer> invoke(Call call, byte[] event) {
        String function = call.resource();
        var struck = faults.striking(call, Effect::isOfDelivery);
        if (struck.isEmpty()) {
            return functions.invoke(function, event).whenComplete((answer, failure) -> letPass(function));
        }
        Rule rule = struck.get().rule();
        return switch (rule.effect()) {
            case OUT_OF_ORDER -> late(function, event, rule.seconds().orElseThrow());
            case DELIVER_LATE_TWICE -> {
                CompletableFuture<Functions.Answer> first = functions.invoke(function, event);
                clock.advance(rule.by().orElseThrow());
                yield first;
            }
            default -> twice(function, event);
        };
    }

    /** Who deletes what is done gets the first answer; the second invocation is nobody's. */
    private CompletableFuture<Functions.Answer> twice(String function, byte[] event) {
        CompletableFuture<Functions.Answer> first = functions.invoke(function, event);
        CompletableFuture<Functions.Answer> second = functions.invoke(function, event);
        return first.thenCombine(second, (answer, other) -> answer);
    }

    private CompletableFuture<Functions.Answer> late(String function, byte[] event, double seconds) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        overtaken.put(function, turn);
        return turn.completeOnTimeout(null, (long) (seconds * 1000), TimeUnit.MILLISECONDS)
                .thenComposeAsync(now -> functions.invoke(function, event), Thread::startVirtualThread);
    }

    private void letPass(String function) {
        CompletableFuture<Void> waiting = overtaken.remove(function);
        if (waiting != null) waiting.complete(null);
    }
}
