package afterorder.benchmark;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Counts what calls cost, but for what happens every minute, order or not. */
final class Meter implements Interceptor {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TRIGGERS = Set.of("api", "sqs", "states");

    /** A message that is sent is received and deleted, too. */
    private static final int REQUESTS_OF_A_MESSAGE = 3;

    private static final double LOGGED_BYTES = 1024;

    private final ToDoubleFunction<String> gigabytes;
    private final Map<Call, JsonNode> rows = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Call, Long> begun = Collections.synchronizedMap(new IdentityHashMap<>());
    private volatile Usage usage = new Usage();

    /** @param gigabytes the memory of the function that is named so */
    Meter(ToDoubleFunction<String> gigabytes) {
        this.gigabytes = gigabytes;
    }

    /** What was counted since the last time. */
    Usage read() {
        Usage read = usage;
        usage = new Usage();
        return read;
    }

    @Override
    public void sent(Call call, byte[] body) {
        if (call.service().equals("dynamodb") && !isRoutine(call)) rows.put(call, json(body));
    }

    @Override
    public void before(Call call) {
        begun.put(call, System.nanoTime());
    }

    @Override
    public void after(Call call, Outcome outcome) {
        Long began = begun.remove(call);
        JsonNode request = rows.remove(call);
        if (began == null) return; // struck before it came here
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (isRoutine(call) || call.caller().name().equals("you")) return;
        switch (call.service()) {
            case "dynamodb" -> {
                usage.add(Price.WRITE_UNIT, RequestUnits.ofWrite(call.operation(), request));
                usage.add(Price.READ_UNIT, RequestUnits.ofRead(call.operation(), request, outcome.responseBytes()));
            }
            case "sqs" -> usage.add(Price.SQS_REQUEST, REQUESTS_OF_A_MESSAGE);
            case "ses" -> {
                usage.add(Price.MAIL, 1);
                usage.add(Price.MAIL_GIGABYTE, call.requestBytes() / Usage.GIGABYTE);
            }
            case "s3" -> {
                usage.add(call.operation().startsWith("Put") ? Price.S3_PUT : Price.S3_GET, 1);
                if (call.resource().contains("key")) usage.add(Price.KMS_CALL, 1);
            }
            case "lambda" -> addInvocation(call, took);
            default -> {}
        }
    }

    private void addInvocation(Call call, Duration took) {
        if (!TRIGGERS.contains(call.caller().name())) return;
        if (call.caller().name().equals("api")) usage.add(Price.API_CALL, 1);
        usage.add(Price.LAMBDA_CALL, 1);
        usage.add(Price.LAMBDA_GIGABYTE_SECOND, gigabytes.applyAsDouble(call.resource()) * took.toNanos() / 1e9);
        usage.add(Price.LOG_GIGABYTE, LOGGED_BYTES / Usage.GIGABYTE);
    }

    /** The schedule, and what it looks for; what it does about an order counts for that. */
    private static boolean isRoutine(Call call) {
        boolean looks =
                call.caller().name().contains("DueWork") && call.orderId().isEmpty();
        return looks || call.caller().name().equals("events");
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException("a call of DynamoDB is no JSON", broken);
        }
    }
}
