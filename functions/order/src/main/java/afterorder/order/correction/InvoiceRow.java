package afterorder.order.correction;

import afterorder.order.LineSelection;
import afterorder.order.OrderId;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By its number, whose an invoice is and what was taken back of it. It stands in a row of its own, which is written together
 * with the row that took the number, and with each correction: no line is taken back twice, and no invoice replaced twice.
 *
 * @param part of the row that issued it
 * @param cancelled its lines that are taken back, by the part of the row that does it
 * @param replacedBy the part of the row that issues another invoice in its place
 */
public record InvoiceRow(
        String number,
        long version,
        OrderId orderId,
        String part,
        Map<String, LineSelection> cancelled,
        @Nullable String replacedBy)
        implements Row {
    private static final String PART = "invoice";

    public InvoiceRow {
        cancelled = Collections.unmodifiableMap(new TreeMap<>(cancelled));
    }

    /** @param issuer whose row takes that number */
    public static InvoiceRow of(String number, RowKey issuer) {
        return new InvoiceRow(number, 0, new OrderId(issuer.orderId()), issuer.part(), Map.of(), null);
    }

    public static RowKey keyOf(String number) {
        return new RowKey(PART + "-" + number, PART);
    }

    @Override
    public RowKey key() {
        return keyOf(number);
    }

    /** The key of the row that issued it. */
    public RowKey issuer() {
        return new RowKey(orderId.value(), part);
    }

    /** The keys of the rows that take lines of it back. */
    public List<RowKey> cancellations() {
        return cancelled.keySet().stream()
                .map(correction -> new RowKey(orderId.value(), correction))
                .toList();
    }

    @Override
    public InvoiceRow withVersion(long version) {
        return new InvoiceRow(number, version, orderId, part, cancelled, replacedBy);
    }

    /** Of these lines those that are taken back already. */
    public List<Integer> cancelledOf(Collection<Integer> lines) {
        Set<Integer> taken = cancelled.values().stream()
                .flatMap(some -> some.numbers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        taken.retainAll(lines);
        return List.copyOf(taken);
    }

    /** @param correction takes back lines that stand */
    public InvoiceRow cancelledBy(String correction, LineSelection lines) {
        List<Integer> twice = cancelledOf(lines.numbers());
        if (!twice.isEmpty()) throw new IllegalStateException(number + " has lines that are taken back: " + twice);
        Map<String, LineSelection> more = new HashMap<>(cancelled);
        more.put(correction, lines);
        return new InvoiceRow(number, version, orderId, part, more, replacedBy);
    }

    /** @param correction issues another one in its place */
    public InvoiceRow replacedBy(String correction) {
        if (replacedBy != null) throw new IllegalStateException(number + " is replaced already");
        return new InvoiceRow(number, version, orderId, part, cancelled, correction);
    }
}
