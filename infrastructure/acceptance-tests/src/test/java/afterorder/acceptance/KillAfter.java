package afterorder.acceptance;

import afterorder.acceptance.shop.Shop;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.ConnectionCut;
import afterorder.localcloud.edge.Interceptor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Kills a function's process right after its n-th call of AWS was served, before the answer reaches it. */
final class KillAfter implements Interceptor {
    private static final Set<String> WRITES = Set.of("UpdateItem", "TransactWriteItems");

    private final Shop shop;
    private final String function;
    private final Predicate<Call> counted;
    private final AtomicInteger left;
    private final AtomicBoolean isMailUnrecorded = new AtomicBoolean();
    private final AtomicReference<Optional<Fatal>> fatal = new AtomicReference<>(Optional.empty());

    private KillAfter(Shop shop, String function, Predicate<Call> counted, int call) {
        this.shop = shop;
        this.function = function;
        this.counted = counted;
        this.left = new AtomicInteger(call);
    }

    /** From now on. @param function part of the function's name */
    static KillAfter call(int call, String function, Shop shop) {
        return intercepting(new KillAfter(shop, function, any -> true, call));
    }

    /** From now on, after its first call of that operation. */
    static KillAfter first(String operation, String function, Shop shop) {
        return intercepting(
                new KillAfter(shop, function, call -> call.operation().equals(operation), 1));
    }

    private static KillAfter intercepting(KillAfter fault) {
        fault.shop.cloud().edge().intercept(fault);
        return fault;
    }

    /** @param isMailUnrecorded SES had taken a mail, and no row said so: it is the one case in which a mail comes twice */
    record Fatal(Call call, boolean isMailUnrecorded) {
        @Override
        public String toString() {
            return call.service() + " " + call.operation();
        }
    }

    @Override
    public void answering(Call call) {
        if (!call.caller().name().contains(function)) return;
        if (call.service().equals("ses")) isMailUnrecorded.set(true);
        if (WRITES.contains(call.operation())) isMailUnrecorded.set(false);
        if (!counted.test(call) || left.decrementAndGet() != 0) return;
        fatal.set(Optional.of(new Fatal(call, isMailUnrecorded.get())));
        shop.cloud().functions().kill(call.caller().environment());
        throw new ConnectionCut("killed by the test");
    }

    /** Lets the function live, if it does still. */
    void spare() {
        left.set(0);
    }

    /** When the process was killed; none when the function made fewer calls. */
    Optional<Fatal> fatal() {
        return fatal.get();
    }

    boolean hasKilled() {
        return fatal().isPresent();
    }

    @Override
    public String toString() {
        return fatal().map(at -> function + " killed after " + at).orElse(function + " lives");
    }
}
