package afterorder.localcloud.function;

import java.util.Optional;
import java.util.function.Function;

/** Who is told how an environment goes on. */
interface EnvironmentOwner {
    void idle(Environment environment);

    void answered(Environment environment, Invocation invocation, Functions.Answer answer);

    /** @param startFailure when it never asked for an invocation: what to answer to one, by its request id */
    void ended(Environment environment, Optional<Function<String, Functions.Answer>> startFailure);
}
