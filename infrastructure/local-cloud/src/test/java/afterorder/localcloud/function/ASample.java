package afterorder.localcloud.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Builds definitions of sample functions: three seconds, 128 MB, nothing special. */
record ASample(
        String name,
        Class<?> handler,
        Map<String, String> variables,
        Duration timeout,
        boolean snapStart,
        Optional<Integer> reservedConcurrency) {

    static final String ARN = "arn:aws:lambda:eu-central-1:000000000000:function:";

    static ASample named(String name) {
        return new ASample(name, SampleFunction.class, Map.of(), Duration.ofSeconds(3), false, Optional.empty());
    }

    ASample handledBy(Class<?> other) {
        return new ASample(name, other, variables, timeout, snapStart, reservedConcurrency);
    }

    ASample with(String variable, String value) {
        return new ASample(name, handler, Map.of(variable, value), timeout, snapStart, reservedConcurrency);
    }

    ASample withTimeout(Duration other) {
        return new ASample(name, handler, variables, other, snapStart, reservedConcurrency);
    }

    ASample withSnapStart() {
        return new ASample(name, handler, variables, timeout, true, reservedConcurrency);
    }

    ASample withReservedConcurrency(int most) {
        return new ASample(name, handler, variables, timeout, snapStart, Optional.of(most));
    }

    FunctionDefinition in(Path jar) {
        return new FunctionDefinition(
                name,
                name,
                ARN + name,
                jar,
                handler.getName(),
                variables,
                timeout,
                128,
                snapStart,
                reservedConcurrency);
    }
}
