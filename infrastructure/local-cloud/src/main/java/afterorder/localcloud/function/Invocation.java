package afterorder.localcloud.function;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One call of a function, from its arrival to its answer. */
final class Invocation {
    /** Bytes of an event, at the most. */
    static final int REQUEST_LIMIT = 6_291_456;

    /** Bytes of an answer, at the most. */
    static final int RESPONSE_LIMIT = 6_291_556;

    private final String requestId = UUID.randomUUID().toString();
    private final String traceId = traceId();
    private final CompletableFuture<Functions.Answer> answer = new CompletableFuture<>();
    private final String functionArn;
    private final byte[] event;
    private volatile long handedOverAt;

    Invocation(String functionArn, byte[] event) {
        this.functionArn = functionArn;
        this.event = event;
    }

    String requestId() {
        return requestId;
    }

    String traceHeader() {
        return traceId;
    }

    /** As it was invoked, so with its alias. */
    String functionArn() {
        return functionArn;
    }

    byte[] event() {
        return event;
    }

    CompletableFuture<Functions.Answer> answer() {
        return answer;
    }

    void handedOver() {
        handedOverAt = System.nanoTime();
    }

    /** Zero when no environment ever took it. */
    Duration duration() {
        return handedOverAt == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - handedOverAt);
    }

    private static String traceId() {
        UUID random = UUID.randomUUID();
        String hex = HexFormat.of().toHexDigits(random.getMostSignificantBits())
                + HexFormat.of().toHexDigits(random.getLeastSignificantBits());
        String seconds = HexFormat.of().toHexDigits((int) Instant.now().getEpochSecond());
        return "Root=1-%s-%s;Parent=%s;Sampled=0".formatted(seconds, hex.substring(0, 24), hex.substring(16));
    }
}
