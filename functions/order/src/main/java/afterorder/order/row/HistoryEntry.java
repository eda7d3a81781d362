package afterorder.order.row;

import java.time.Instant;

/** One thing that happened to a row, in words for people: ids and dates, no contents. */
public record HistoryEntry(Instant at, String what) {}
