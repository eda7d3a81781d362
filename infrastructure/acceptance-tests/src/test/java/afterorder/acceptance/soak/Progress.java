package afterorder.acceptance.soak;

import afterorder.acceptance.invariant.WorldRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the orders have got, by their rows. */
record Progress(List<WorldRow> rows) {
    private static final String CONFIRMATION_SENT = "/confirmation/sentAt";
    private static final String INVOICE_SENT = "/billing/sentAt";

    /** How many of so many orders are not invoiced yet. */
    long backlog(int orders) {
        return orders - invoiced().size();
    }

    /** All rows of the orders that are not invoiced yet. */
    List<WorldRow> left() {
        Set<String> invoiced =
                sent(purchases(), INVOICE_SENT).map(WorldRow::key).collect(Collectors.toSet());
        Set<String> all = orders().map(WorldRow::key).collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> all.contains(row.key()) && !invoiced.contains(row.key()))
                .toList();
    }

    /** From the receipt until the confirmation was sent. */
    List<Duration> confirmed() {
        return times(orders(), CONFIRMATION_SENT);
    }

    /** From the receipt until the invoice was sent. */
    List<Duration> invoiced() {
        return times(purchases(), INVOICE_SENT);
    }

    private List<Duration> times(Stream<WorldRow> some, String sentAt) {
        Map<String, Instant> received = orders().collect(
                        Collectors.toMap(WorldRow::key, row -> time(row.data().get("receivedAt"))));
        return sent(some, sentAt)
                .map(row -> Duration.between(
                        received.get(row.key()), time(row.data().at(sentAt))))
                .toList();
    }

    private static Stream<WorldRow> sent(Stream<WorldRow> some, String sentAt) {
        return some.filter(row -> row.data().at(sentAt).isTextual());
    }

    private Stream<WorldRow> purchases() {
        return rows.stream().filter(WorldRow::isPurchase);
    }

    private Stream<WorldRow> orders() {
        return rows.stream().filter(WorldRow::isOrder);
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.textValue());
    }
}
