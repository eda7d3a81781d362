package afterorder.localcloud.edge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Says which order a call is about. Most calls name it, in their body or in an object's key. One that names none (a mail, a
 * task token, a counter, a link's row) belongs to the order that its execution environment named last <em>within the same
 * invocation</em>: an environment serves one invocation at a time, and the functions work at one order after another.
 *
 * <p>Not sure enough, and so about no order: calls before the first that names one, calls of who has no environment, and
 * whatever follows a look through an index or over all rows ({@code Query} with an {@code IndexName}, {@code Scan}, {@code
 * ListObjectsV2}), until an order is named again: that look begins other work.
 */
final class Attribution {
    private static final Set<String> LOOKS = Set.of("Scan", "ListObjectsV2", "ListBuckets");

    /** The order that was named last, and the invocation in which it was. */
    private record Named(String invocation, String orderId) {}

    private final Map<String, Named> named = new ConcurrentHashMap<>();
    private volatile UnaryOperator<String> invocationOf = environment -> "";

    /** @param invocationOf tells the invocation that an environment is busy with, by any name; empty when with none */
    void invocations(UnaryOperator<String> invocationOf) {
        this.invocationOf = invocationOf;
    }

    /** @param isIndexed whether the call asks an index */
    Optional<String> of(Caller caller, String operation, boolean isIndexed, Optional<String> found) {
        String environment = caller.environment();
        if (environment.isEmpty()) return found;
        String invocation = invocationOf.apply(environment);
        if (found.isPresent()) {
            named.put(environment, new Named(invocation, found.get()));
            return found;
        }
        if (isIndexed || LOOKS.contains(operation)) {
            named.remove(environment);
            return found;
        }
        return Optional.ofNullable(named.get(environment))
                .filter(last -> !invocation.isEmpty() && last.invocation().equals(invocation))
                .map(Named::orderId);
    }
}
