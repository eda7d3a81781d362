package afterorder.order.row;

import java.time.Instant;

/** Stands beside a row's status when it cannot go on without staff. */
public record Parked(String reason, Instant since) {}
