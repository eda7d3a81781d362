package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.LineSelection;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * @param deviations a statement for each line that deviates; empty when everything is as ordered
 * @param sold of the ordered lines, as many as were sold
 */
public record Comparison(List<Statement> deviations, LineSelection sold) {

    /** @param ordered what the selected lines are */
    public static Comparison of(
            LineSelection selection, SortedMap<Integer, LicenseLine> ordered, List<Entitlement> sold) {
        Map<Integer, List<Entitlement>> byLine =
                sold.stream().collect(Collectors.groupingBy(Entitlement::line, TreeMap::new, Collectors.toList()));
        List<Statement> deviations = new ArrayList<>();
        SortedMap<Integer, Integer> quantities = new TreeMap<>();
        ordered.forEach((number, line) -> {
            List<Entitlement> ofLine = byLine.getOrDefault(number, List.of());
            deviations.addAll(differences(number, line, ofLine));
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

    private static List<Statement> differences(int number, LicenseLine line, List<Entitlement> sold) {
        List<Statement> found = new ArrayList<>();
        if (sold.size() != line.quantity()) {
            found.add(Phrase.LINE_QUANTITY.with(number, line.quantity(), sold.size()));
        }
        for (Entitlement one : sold) {
            if (!one.product().equals(line.product()) || one.deployment() != line.deployment()) {
                found.add(Phrase.LINE_PRODUCT.with(
                        number,
                        line.product(),
                        line.deployment().code(),
                        one.product(),
                        one.deployment().code()));
            } else if (one.users() != line.users()) {
                found.add(Phrase.LINE_USERS.with(number, line.users(), one.users()));
            }
            if (!one.lasts(line.months())) {
                found.add(Phrase.LINE_TERM.with(number, line.months(), one.startsOn(), one.endsOn()));
            }
            if (isRenewalOfAnother(one, line)) {
                Phrase phrase = line.transaction() == Transaction.UPGRADE ? Phrase.LINE_UPGRADE : Phrase.LINE_RENEWAL;
                found.add(phrase.with(number, number(line), one.sen() != null ? one.sen() : one.entitlement()));
            }
            if (!isComplete(one, line)) found.add(without(line.deployment()).with(number));
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

    /** @param number 0 where the vendor does not say for which line it is */
    private static List<Statement> unordered(int number, List<Entitlement> sold) {
        Map<Kind, Long> kinds =
                sold.stream().collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.counting()));
        List<Statement> found = new ArrayList<>();
        kinds.forEach((kind, times) -> found.add(kind.unordered(number, times)));
        return found;
    }

    private record Kind(String product, String deployment, int users) {
        static Kind of(Entitlement one) {
            return new Kind(one.product(), one.deployment().code(), one.users());
        }

        Statement unordered(int number, long times) {
            return number == 0
                    ? Phrase.NOT_ORDERED.with(times, product, deployment, users)
                    : Phrase.LINE_NOT_ORDERED.with(number, times, product, deployment, users);
        }
    }

    /** Where a renewed subscription runs the customer knows, even if neither order nor vendor says it. */
    private static boolean isComplete(Entitlement one, LicenseLine line) {
        boolean isPlaced = one.site() != null || line.transaction() != Transaction.NEW;
        return switch (line.deployment()) {
            case DATA_CENTER -> one.sen() != null && one.hasKey();
            case CLOUD -> one.entitlement() != null && isPlaced && !one.hasKey();
        };
    }

    private static Phrase without(Deployment deployment) {
        return switch (deployment) {
            case DATA_CENTER -> Phrase.LINE_WITHOUT_KEY;
            case CLOUD -> Phrase.LINE_WITHOUT_SITE;
        };
    }
}
