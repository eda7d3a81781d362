package afterorder.order.confirmation;

import afterorder.order.DocumentKind;
import afterorder.order.Retention;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Issue;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.RecordIssue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How long an order's rows are kept: as long as the last document that came of it. */
public final class Keeping {
    private Keeping() {}

    /** The confirmation is out: the row is looked at when that need not be kept any more. */
    public static OrderRow begun(OrderRow sent, ZoneId zone) {
        return lookedAt(sent, confirmationKept(sent, zone));
    }

    /**
     * What becomes of rows whose time may be over.
     *
     * @return the row, to be looked at later; empty when nothing is kept any more
     */
    public static Optional<OrderRow> keptOn(OrderRow row, OrderParts parts, ZoneId zone, Instant now) {
        Instant until = Stream.of(
                        Stream.of(confirmationKept(row, zone)),
                        parts.purchases().stream().flatMap(purchase -> kept(purchase, zone, now).stream()),
                        parts.corrections().stream().map(correction -> kept(correction, zone, now)),
                        parts.engagements().stream().flatMap(engagement -> kept(engagement, zone, now).stream()))
                .flatMap(Function.identity())
                .max(Instant::compareTo)
                .orElseThrow();
        return until.isAfter(now) ? Optional.of(lookedAt(row, until)) : Optional.empty();
    }

    /** What has not ended may end with an invoice of today at the earliest. */
    private static Optional<Instant> kept(PurchaseRow purchase, ZoneId zone, Instant now) {
        return switch (purchase.status()) {
            case CANCELLED -> Optional.empty();
            case INVOICED ->
                Optional.of(
                        invoiceKept(Objects.requireNonNull(purchase.billing()).issuedOn(), zone));
            case SCHEDULED, PURCHASING, PURCHASED -> Optional.of(invoiceKept(LocalDate.ofInstant(now, zone), zone));
        };
    }

    /** What is not issued may be today at the earliest. */
    private static Instant kept(CorrectionRow correction, ZoneId zone, Instant now) {
        Issue issue = correction.issue();
        LocalDate issuedOn = issue == null ? LocalDate.ofInstant(now, zone) : issue.issuedOn();
        return Retention.of(correction.wanted().document(), issuedOn, zone).until();
    }

    /** What has no record yet may have one of today at the earliest. */
    private static Optional<Instant> kept(EngagementRow engagement, ZoneId zone, Instant now) {
        RecordIssue issue = engagement.performance().issue();
        if (issue == null && engagement.status().isEnd()) return Optional.empty();
        LocalDate issuedOn = issue == null ? LocalDate.ofInstant(now, zone) : issue.issuedOn();
        return Optional.of(
                Retention.of(DocumentKind.PERFORMANCE_RECORD, issuedOn, zone).until());
    }

    private static Instant confirmationKept(OrderRow row, ZoneId zone) {
        LocalDate issuedOn = Objects.requireNonNull(row.confirmation().issuedOn(), "no confirmation is out");
        return Retention.of(DocumentKind.CONFIRMATION, issuedOn, zone).until();
    }

    private static Instant invoiceKept(LocalDate issuedOn, ZoneId zone) {
        return Retention.of(DocumentKind.INVOICE, issuedOn, zone).until();
    }

    /** The rows of an order of which nothing is kept any more, its own last. */
    public static List<RowKey> givenUp(OrderRow row, OrderParts parts) {
        Stream<String> invoices = Stream.concat(
                parts.purchases().stream()
                        .map(PurchaseRow::billing)
                        .filter(Objects::nonNull)
                        .map(Billing::invoiceNumber),
                parts.corrections().stream()
                        .map(CorrectionRow::issue)
                        .filter(Objects::nonNull)
                        .map(Issue::number));
        return Stream.of(
                        invoices.map(InvoiceRow::keyOf),
                        parts.worked().map(WorkedRow::key),
                        Stream.of(parts.vatId().key(), row.key()))
                .flatMap(Function.identity())
                .toList();
    }

    private static OrderRow lookedAt(OrderRow row, Instant until) {
        return row.withProgress(row.progress().beside(Deadline.KEPT, until));
    }
}
