package afterorder.localcloud.fault;

import afterorder.localcloud.edge.Call;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which calls are struck, and by what. A call that several rules match meets the first that strikes.
 *
 * @param function part of the caller's name, in any case; of an invocation, of the function that is invoked
 * @param service as in {@link Call#service()}
 * @param operation as AWS names it
 * @param resource part of it, in any case
 * @param orderId the order that the call is about, see {@code GET /_local/calls}
 * @param effect in JSON {@code do}
 * @param after so many matching calls are spared first
 * @param times so many are struck then
 * @param probability of each of them to be struck, 0 to 1
 * @param seed of the chance
 * @param seconds how long a call waits
 * @param by how far the clock is moved
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rule(
        Optional<String> function,
        Optional<String> service,
        Optional<String> operation,
        Optional<String> resource,
        Optional<String> orderId,
        @JsonIgnore Effect effect,
        long after,
        long times,
        double probability,
        long seed,
        Optional<Double> seconds,
        Optional<Duration> by) {

    /** The effect as rules name it. */
    @JsonProperty("do")
    public String code() {
        return effect.code();
    }

    boolean matches(Call call) {
        return effect.fits(call)
                && function.map(part -> holds(subject(call), part)).orElse(true)
                && service.map(call.service()::equals).orElse(true)
                && operation.map(call.operation()::equals).orElse(true)
                && resource.map(part -> holds(call.resource(), part)).orElse(true)
                && orderId.map(id -> call.orderId().filter(id::equals).isPresent())
                        .orElse(true);
    }

    private static String subject(Call call) {
        return call.service().equals("lambda") ? call.resource() : call.caller().name();
    }

    private static boolean holds(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
