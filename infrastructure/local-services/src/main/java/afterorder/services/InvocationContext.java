package afterorder.services;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An invocation in a test: it has the time that it is given, and keeps what is logged. */
public final class InvocationContext implements Context, LambdaLogger {
    private final String requestId = UUID.randomUUID().toString();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final int remainingMilliseconds;

    public InvocationContext() {
        this(Duration.ofMinutes(1));
    }

    public InvocationContext(Duration remaining) {
        this.remainingMilliseconds = Math.toIntExact(remaining.toMillis());
    }

    /** All that the function has logged. */
    public String log() {
        return String.join("\n", logged);
    }

    @Override
    public void log(String message) {
        logged.add(message);
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return remainingMilliseconds;
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getXrayTraceId() {
        return "Root=1-6922c5e2-5f1d6f0e1a2b3c4d5e6f7a8b;Sampled=0";
    }

    @Override
    public String getFunctionName() {
        return "under-test";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-central-1:000000000000:function:under-test:live";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/under-test";
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }
}
