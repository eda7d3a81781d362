package afterorder.localcloud.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Does in a JVM of its own what its event says; not run in the tests' JVM. */
public final class SampleFunction implements RequestHandler<Map<String, Object>, Object> {

    @Override
    public Object handleRequest(Map<String, Object> event, Context context) {
        return switch ((String) event.get("do")) {
            case "echo" -> event;
            case "environment" -> System.getenv();
            case "context" ->
                Map.of(
                        "requestId", context.getAwsRequestId(),
                        "arn", context.getInvokedFunctionArn(),
                        "version", context.getFunctionVersion(),
                        "remaining", context.getRemainingTimeInMillis(),
                        "pid", ProcessHandle.current().pid(),
                        "loader", getClass().getClassLoader().getClass().getSimpleName());
            case "print" -> {
                System.out.println(event.get("text"));
                yield "printed";
            }
            case "throw" -> throw new IllegalArgumentException("no such order");
            case "exit" -> exit((Integer) event.get("code"));
            case "hang" -> hang();
            case "fill memory" -> fillMemory();
            case "large" -> "x".repeat((Integer) event.get("size"));
            default -> throw new AssertionError(event);
        };
    }

    private static Object exit(int code) {
        System.exit(code);
        return "unreachable";
    }

    private static Object hang() {
        try {
            new CountDownLatch(1).await();
            return "unreachable";
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static Object fillMemory() {
        List<byte[]> kept = new ArrayList<>();
        while (true) kept.add(new byte[10_000_000]);
    }
}
