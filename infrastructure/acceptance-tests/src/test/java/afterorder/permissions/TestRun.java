package afterorder.permissions;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A run of one class of tests, which ends with its first failure.
 *
 * @param failed the test that failed, and with what
 */
record TestRun(Optional<String> failed, Duration duration) {
    private static final int LONGEST = 120;

    static TestRun of(String className) {
        LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(className))
                .filters(TagFilter.excludeTags("exhaustive"))
                .build();
        CancellationToken end = CancellationToken.create();
        AtomicReference<String> failed = new AtomicReference<>();
        TestExecutionListener firstFailure = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.FAILED) return;
                failed.compareAndSet(null, name(test) + why(result));
                end.cancel();
            }
        };
        long begin = System.nanoTime();
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(tests)
                        .listeners(firstFailure)
                        .cancellationToken(end)
                        .build());
        return new TestRun(Optional.ofNullable(failed.get()), Duration.ofNanos(System.nanoTime() - begin));
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
    }

    private static String why(TestExecutionResult result) {
        return result.getThrowable()
                .map(failure -> String.valueOf(failure.getMessage()))
                .flatMap(message ->
                        message.lines().filter(line -> !line.isBlank()).findFirst())
                .map(line -> ": " + line.substring(0, Math.min(line.length(), LONGEST)))
                .orElse("");
    }
}
