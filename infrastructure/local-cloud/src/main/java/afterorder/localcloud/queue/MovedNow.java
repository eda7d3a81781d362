package afterorder.localcloud.queue;

import afterorder.localcloud.clock.MovableClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.elasticmq.util.NowProvider;

/** Tells ElasticMQ the moved time. */
final class MovedNow extends NowProvider {
    private final MovableClock clock;

    MovedNow(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public long nowMillis() {
        return clock.millis();
    }

    @Override
    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** When a message was sent: ElasticMQ stamps it with the machine's clock. */
    Instant moved(OffsetDateTime stamp) {
        return clock.moved(stamp.toInstant());
    }
}
