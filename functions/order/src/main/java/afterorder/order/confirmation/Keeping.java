package afterorder.order.confirmation;

import afterorder.order.DocumentKind;
import afterorder.order.Retention;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
     * @param purchases all of the order
     * @return the row, to be looked at later; empty when nothing is kept any more
     */
    public static Optional<OrderRow> keptOn(OrderRow row, List<PurchaseRow> purchases, ZoneId zone, Instant now) {
        Instant until = Stream.concat(
                        Stream.of(confirmationKept(row, zone)),
                        purchases.stream().flatMap(purchase -> kept(purchase, zone, now).stream()))
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

    private static Instant confirmationKept(OrderRow row, ZoneId zone) {
        LocalDate issuedOn = Objects.requireNonNull(row.confirmation().issuedOn(), "no confirmation is out");
        return Retention.of(DocumentKind.CONFIRMATION, issuedOn, zone).until();
    }

    private static Instant invoiceKept(LocalDate issuedOn, ZoneId zone) {
        return Retention.of(DocumentKind.INVOICE, issuedOn, zone).until();
    }

    private static OrderRow lookedAt(OrderRow row, Instant until) {
        return row.withProgress(row.progress().beside(Deadline.KEPT, until));
    }
}
