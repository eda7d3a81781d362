package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.LineSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was sold beside what was ordered. Nothing that deviates may be billed silently.
 *
 * @param deviations a sentence for each line that deviates; empty when everything is as ordered
 * @param sold of the ordered lines, as many as were sold
 */
public record Comparison(List<String> deviations, LineSelection sold) {

    /** @param ordered what the selected lines are */
    public static Comparison of(
            LineSelection selection, SortedMap<Integer, LicenseLine> ordered, List<Entitlement> sold) {
        Map<Integer, List<Entitlement>> byLine =
                sold.stream().collect(Collectors.groupingBy(Entitlement::line, TreeMap::new, Collectors.toList()));
        List<String> deviations = new ArrayList<>();
        SortedMap<Integer, Integer> quantities = new TreeMap<>();
        ordered.forEach((number, line) -> {
            List<Entitlement> ofLine = byLine.getOrDefault(number, List.of());
            differences(line, ofLine).forEach(each -> deviations.add("line " + number + ": " + each));
            if (!ofLine.isEmpty()) quantities.put(number, Math.min(line.quantity(), ofLine.size()));
        });
        byLine.forEach((number, unknown) -> {
            if (!ordered.containsKey(number)) deviations.addAll(unordered(number, unknown));
        });
        return new Comparison(List.copyOf(deviations), selection.reducedTo(quantities, ordered));
    }

    public boolean isAsOrdered() {
        return deviations.isEmpty();
    }

    private static List<String> differences(LicenseLine line, List<Entitlement> sold) {
        List<String> found = new ArrayList<>();
        if (sold.size() != line.quantity()) found.add("ordered %d, sold %d".formatted(line.quantity(), sold.size()));
        for (Entitlement one : sold) {
            if (!one.product().equals(line.product()) || one.deployment() != line.deployment()) {
                found.add("ordered %s (%s), sold %s (%s)"
                        .formatted(
                                line.product(),
                                line.deployment().code(),
                                one.product(),
                                one.deployment().code()));
            } else if (one.users() != line.users()) {
                found.add("ordered for %d users, sold for %d".formatted(line.users(), one.users()));
            }
            if (!one.lasts(line.months())) {
                found.add("ordered for %d months, sold from %s to %s"
                        .formatted(line.months(), one.startsOn(), one.endsOn()));
            }
            if (isRenewalOfAnother(one, line)) {
                found.add("ordered the %s of %s, sold %s"
                        .formatted(
                                line.transaction().code(),
                                number(line),
                                one.sen() != null ? one.sen() : one.entitlement()));
            }
            if (!isComplete(one, line)) found.add("sold without " + proof(line.deployment()));
        }
        return found.stream().distinct().toList();
    }

    private static boolean isRenewalOfAnother(Entitlement one, LicenseLine line) {
        return line.transaction() != Transaction.NEW
                && !Objects.equals(number(line), line.sen() != null ? one.sen() : one.entitlement());
    }

    private static @Nullable String number(LicenseLine line) {
        return line.sen() != null ? line.sen() : line.entitlement();
    }

    private static List<String> unordered(int number, List<Entitlement> sold) {
        String where = number == 0 ? "" : "line " + number + ": ";
        return sold.stream()
                .map(one -> where
                        + "sold, not ordered: %s (%s) for %d users"
                                .formatted(one.product(), one.deployment().code(), one.users()))
                .collect(Collectors.groupingBy(what -> what, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() == 1 ? kind.getKey() : kind.getKey() + ", " + kind.getValue() + " times")
                .toList();
    }

    /** Where a renewed subscription runs the customer knows, even if neither order nor vendor says it. */
    private static boolean isComplete(Entitlement one, LicenseLine line) {
        boolean isPlaced = one.site() != null || line.transaction() != Transaction.NEW;
        return switch (line.deployment()) {
            case DATA_CENTER -> one.sen() != null && one.hasKey();
            case CLOUD -> one.entitlement() != null && isPlaced && !one.hasKey();
        };
    }

    private static String proof(Deployment deployment) {
        return switch (deployment) {
            case DATA_CENTER -> "SEN and key";
            case CLOUD -> "entitlement number and site";
        };
    }
}
