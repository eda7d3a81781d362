package afterorder.acceptance.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * At most one invoice that is not taken back for each line of a purchase. Where the vendor sold a line in part, what is left of
 * it is a line of another purchase.
 */
final class EachLineIsBilledOnceAtTheMost implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        Map<String, Integer> billed = new HashMap<>();
        world.parts("invoice").forEach(invoice -> {
            Optional<WorldRow> purchase = purchase(invoice, world);
            String named = purchase.map(row -> row.key() + " " + row.part())
                    .orElse(invoice.at("/number") + ", which is for no purchase,");
            standing(invoice, purchase).forEach(line -> billed.merge(named + " line " + line, 1, Integer::sum));
        });
        return billed.entrySet().stream().filter(line -> line.getValue() > 1).map(line -> "%s is billed by %d invoices"
                .formatted(line.getKey(), line.getValue()));
    }

    /** The lines of that invoice which are not taken back. */
    private static Set<Integer> standing(WorldRow invoice, Optional<WorldRow> purchase) {
        Set<Integer> lines =
                purchase.map(row -> WorldRow.lines(row.data().path("lines"))).orElseGet(TreeSet::new);
        invoice.data().path("cancelled").forEach(some -> lines.removeAll(WorldRow.lines(some)));
        return lines;
    }

    /** What an invoice bills; a replacement bills what the invoice did in whose place it stands. */
    private static Optional<WorldRow> purchase(WorldRow invoice, World world) {
        Optional<WorldRow> issuer = world.rows().stream()
                .filter(row ->
                        row.key().equals(invoice.at("/orderId")) && row.part().equals(invoice.at("/part")))
                .findFirst();
        if (issuer.filter(WorldRow::isPurchase).isPresent()) return issuer;
        return issuer.map(correction -> correction.at("/wanted/invoice"))
                .flatMap(replaced -> world.parts("invoice")
                        .filter(other -> other.at("/number").equals(replaced))
                        .findFirst())
                .flatMap(replaced -> purchase(replaced, world));
    }
}
