package afterorder.acceptance.invariant;

import java.util.List;
import java.util.stream.Stream;

/** What is invoiced has exactly one invoice of its own, and it is the one that its row names. */
final class EachPurchaseHasOneInvoice implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.purchases().flatMap(purchase -> {
            String named = purchase.at("/billing/invoiceNumber");
            List<String> issued = world.parts("invoice")
                    .filter(invoice -> invoice.at("/orderId").equals(purchase.key())
                            && invoice.at("/part").equals(purchase.part()))
                    .map(invoice -> invoice.at("/number"))
                    .toList();
            List<String> expected = named.isEmpty() ? List.of() : List.of(named);
            boolean isBilled = !purchase.status().equals("invoiced") || !named.isEmpty();
            return isBilled && issued.equals(expected)
                    ? Stream.empty()
                    : Stream.of("%s %s, %s: invoices %s, its row names %s"
                            .formatted(purchase.key(), purchase.part(), purchase.status(), issued, expected));
        });
    }
}
