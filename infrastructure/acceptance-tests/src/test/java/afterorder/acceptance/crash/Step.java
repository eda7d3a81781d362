package afterorder.acceptance.crash;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** What is done about an order on its way. */
sealed interface Step {

    Predicate<Sight> isTime();

    /** A person or a system does something, and repeats it when it gets no good answer. */
    @FunctionalInterface
    interface Doing {
        HttpResponse<String> by(Client client, Sight sight);
    }

    /**
     * A call, made as soon as it is its time.
     *
     * @param expected the statuses that it may be answered with at last
     */
    record Call(String name, Predicate<Sight> isTime, Set<Integer> expected, Doing doing) implements Step {}

    /** Time passes for all orders that are under way together, when each of them has come this far. */
    record Pause(Predicate<Sight> isTime, Duration duration) implements Step {}

    static Step call(String name, Predicate<Sight> isTime, Doing doing) {
        return new Call(name, isTime, Set.of(200, 201, 202), doing);
    }

    static Step pause(Predicate<Sight> isTime, Duration duration) {
        return new Pause(isTime, duration);
    }
}
