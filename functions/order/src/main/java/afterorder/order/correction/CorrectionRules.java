package afterorder.order.correction;

import afterorder.order.Customer;
import afterorder.order.LineSelection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether an issued invoice may be corrected as staff wants it. */
public final class CorrectionRules {
    private CorrectionRules() {}

    /** What comes of it. */
    public sealed interface Outcome {
        /** Both rows are to be written, together. */
        record Accepted(InvoiceRow invoice, CorrectionRow correction) implements Outcome {}

        /** The invoice has no such lines. */
        record NoSuchLines(Collection<Integer> lines) implements Outcome {}

        /** These lines are taken back already. */
        record TakenBack(List<Integer> lines) implements Outcome {}

        /** These lines are not taken back, so nothing may stand in their place. */
        record Standing(Collection<Integer> lines) implements Outcome {}

        /** It is taken back, but its reader has not got that yet. */
        record BeingTakenBack() implements Outcome {}

        /** Another invoice stands in its place already. */
        record Replaced() implements Outcome {}
    }

    /**
     * Takes lines of an invoice back.
     *
     * @param billed all its lines
     * @param lines to be taken back
     */
    public static Outcome cancelled(
            InvoiceRow invoice,
            Collection<Integer> billed,
            Collection<Integer> lines,
            String reason,
            Request request,
            Instant now) {
        Set<Integer> unknown = new TreeSet<>(lines);
        billed.forEach(unknown::remove);
        if (!unknown.isEmpty()) return new Outcome.NoSuchLines(unknown);
        List<Integer> before = invoice.cancelledOf(lines);
        if (!before.isEmpty()) return new Outcome.TakenBack(before);
        LineSelection selection = LineSelection.of(lines);
        Wanted wanted = new Wanted.Cancellation(invoice.number(), selection, reason);
        CorrectionRow row = CorrectionRow.wanted(invoice.orderId(), request, wanted, now);
        return new Outcome.Accepted(invoice.cancelledBy(row.key().part(), selection), row);
    }

    /**
     * Bills to a customer with other data what an invoice billed of which nothing is left.
     *
     * @param billed all its lines
     * @param cancellations what takes it back
     */
    public static Outcome replaced(
            InvoiceRow invoice,
            Collection<Integer> billed,
            Collection<CorrectionRow> cancellations,
            Customer customer,
            String reason,
            Request request,
            Instant now) {
        if (invoice.replacedBy() != null) return new Outcome.Replaced();
        Set<Integer> standing = new TreeSet<>(billed);
        invoice.cancelledOf(billed).forEach(standing::remove);
        if (!standing.isEmpty()) return new Outcome.Standing(standing);
        if (cancellations.stream().anyMatch(row -> row.status() != CorrectionRow.Status.SENT))
            return new Outcome.BeingTakenBack();
        Wanted wanted = new Wanted.Replacement(invoice.number(), customer, reason);
        CorrectionRow row = CorrectionRow.wanted(invoice.orderId(), request, wanted, now);
        return new Outcome.Accepted(invoice.replacedBy(row.key().part()), row);
    }
}
