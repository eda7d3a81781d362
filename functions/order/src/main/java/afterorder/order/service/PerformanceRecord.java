package afterorder.order.service;

import afterorder.order.DocumentKind;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a performance record says (S26): who worked when, for how long, on what.
 *
 * @param number ours of the record: {@code LN-2026-00017}
 * @param issuedOn in the seller's zone
 * @param engagement counts the engagements of the order from 1
 * @param team by its name
 * @param zone in which times are shown, the team's
 * @param order as it stands
 * @param lines of the order that the engagement is about, by their numbers
 * @param entries by their beginning
 */
public record PerformanceRecord(
        OrderId orderId,
        String number,
        LocalDate issuedOn,
        int engagement,
        String team,
        ZoneId zone,
        Order order,
        List<Integer> lines,
        List<PerformanceEntry> entries) {

    public PerformanceRecord {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }

    public Duration total() {
        return entries.stream().map(PerformanceEntry::duration).reduce(Duration.ZERO, Duration::plus);
    }

    public Language language() {
        return order.language(DocumentKind.PERFORMANCE_RECORD);
    }

    public Recipient recipient() {
        return order.recipient(DocumentKind.PERFORMANCE_RECORD);
    }
}
