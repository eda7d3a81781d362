package afterorder.localcloud.trigger;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.function.Functions;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Invokes a function at the times of an EventBridge rule, on the moved clock. A jump over several due times fires once,
 * at the new time.
 */
public final class Schedule implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScheduleRule rule;
    private final ScheduleExpression expression;
    private final Functions functions;
    private final MovableClock clock;
    private MovableClock.Timer timer;
    private boolean closed;

    /**
     * Waits for its next time at once.
     *
     * @throws IllegalArgumentException when the rule's expression is not supported
     */
    public Schedule(ScheduleRule rule, Functions functions, MovableClock clock) {
        this.rule = rule;
        this.expression = ScheduleExpression.parse(rule.expression());
        this.functions = functions;
        this.clock = clock;
        this.timer = next();
    }

    private synchronized void fire() {
        if (closed) return;
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] event = rule.input().orElseGet(() -> event(now)).getBytes(StandardCharsets.UTF_8);
        new AsynchronousInvocation(functions, clock, rule.function(), event, rule.retryPolicy(), now).start();
        timer = next();
    }

    private MovableClock.Timer next() {
        Instant due = expression.after(clock.instant());
        if (due.equals(ScheduleExpression.NEVER)) return () -> {};
        return clock.at(due, this::fire);
    }

    private String event(Instant time) {
        String[] arn = rule.arn().split(":");
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", arn[4])
                .put("time", time.toString())
                .put("region", arn[3]);
        event.putArray("resources").add(rule.arn());
        event.putObject("detail");
        return event.toString();
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
    }
}
