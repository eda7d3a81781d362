package afterorder.acceptance.invariant;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At most one purchase at the vendor for each purchase row: its references differ by their last number only. */
final class EachPurchaseIsSoldOnceAtTheMost implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.sold().stream()
                .map(purchase -> purchase.get("reference").textValue())
                .collect(Collectors.groupingBy(reference -> reference.replaceFirst("-[0-9]+$", "")))
                .values()
                .stream()
                .filter(references -> references.size() > 1)
                .map(references -> "sold more than once: " + references);
    }
}
