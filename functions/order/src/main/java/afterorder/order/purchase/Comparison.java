package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LineSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        byLine.keySet().stream()
                .filter(number -> !ordered.containsKey(number))
                .forEach(number -> deviations.add("line " + number + ": sold, not ordered"));
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
            if (!lasts(one, line.months())) {
                found.add("ordered for %d months, sold from %s to %s"
                        .formatted(line.months(), one.startsOn(), one.endsOn()));
            }
            if (!isComplete(one, line.deployment())) found.add("sold without " + proof(line.deployment()));
        }
        return found.stream().distinct().toList();
    }

    /** The last day may be the one before the anniversary, or the anniversary itself: vendors count both ways. */
    private static boolean lasts(Entitlement one, int months) {
        var anniversary = one.startsOn().plusMonths(months);
        return one.endsOn().equals(anniversary) || one.endsOn().equals(anniversary.minusDays(1));
    }

    private static boolean isComplete(Entitlement one, Deployment deployment) {
        return switch (deployment) {
            case DATA_CENTER -> one.sen() != null && one.hasKey();
            case CLOUD -> one.entitlement() != null && one.site() != null && !one.hasKey();
        };
    }

    private static String proof(Deployment deployment) {
        return switch (deployment) {
            case DATA_CENTER -> "SEN and key";
            case CLOUD -> "entitlement number and site";
        };
    }
}
