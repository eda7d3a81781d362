package afterorder.acceptance.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** At most one invoice that is not taken back for each purchased line. */
final class EachLineIsBilledOnceAtTheMost implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        Map<String, Integer> billed = new HashMap<>();
        world.parts("invoice").forEach(invoice -> standing(invoice, world)
                .forEach(line -> billed.merge(invoice.at("/orderId") + " line " + line, 1, Integer::sum)));
        return billed.entrySet().stream().filter(line -> line.getValue() > 1).map(line -> "%s is billed by %d invoices"
                .formatted(line.getKey(), line.getValue()));
    }

    /** The lines of that invoice which are not taken back. */
    private static Set<Integer> standing(WorldRow invoice, World world) {
        Set<Integer> lines = issued(invoice.at("/orderId"), invoice.at("/part"), world);
        invoice.data().path("cancelled").forEach(some -> lines.removeAll(WorldRow.lines(some)));
        return lines;
    }

    /** A replacement bills the same as the invoice in whose place it stands. */
    private static Set<Integer> issued(String order, String part, World world) {
        WorldRow issuer = world.rows().stream()
                .filter(row -> row.key().equals(order) && row.part().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(order + " has no " + part));
        if (issuer.isPurchase()) return WorldRow.lines(issuer.data().path("lines"));
        String replaced = issuer.at("/wanted/invoice");
        return world.parts("invoice")
                .filter(invoice -> invoice.at("/number").equals(replaced))
                .findFirst()
                .map(invoice -> issued(order, invoice.at("/part"), world))
                .orElseThrow(() -> new IllegalStateException(issuer + " replaces no invoice that there is"));
    }
}
