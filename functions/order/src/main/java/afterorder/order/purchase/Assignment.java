package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Which lines of the order licenses belong to that the vendor sold without saying so: a renewal by its number, then what is
 * exactly as ordered, then what is at least the product. What no line lacks any more belongs to none (0).
 */
public final class Assignment {
    private static final List<BiPredicate<LicenseLine, Entitlement>> CLOSEST_FIRST =
            List.of(Assignment::renews, Assignment::isExactly, (line, sold) -> true);

    private final Map<Offering, SortedMap<Integer, LicenseLine>> lacking = new HashMap<>();

    private record Offering(String product, Deployment deployment) {}

    private Assignment(SortedMap<Integer, LicenseLine> ordered) {
        ordered.forEach((number, line) -> lacking.computeIfAbsent(
                        new Offering(line.product(), line.deployment()), offering -> new TreeMap<>())
                .put(number, line));
    }

    /** @return the same licenses in the same order, each with its line, and the site which that was ordered for */
    public static List<Entitlement> of(SortedMap<Integer, LicenseLine> ordered, List<Entitlement> sold) {
        Assignment assignment = new Assignment(ordered);
        int[] numbers = new int[sold.size()];
        for (BiPredicate<LicenseLine, Entitlement> isClose : CLOSEST_FIRST) {
            for (int index = 0; index < numbers.length; index++) {
                if (numbers[index] == 0) numbers[index] = assignment.take(sold.get(index), isClose);
            }
        }
        List<Entitlement> assigned = new ArrayList<>(numbers.length);
        for (int index = 0; index < numbers.length; index++) {
            LicenseLine line = ordered.get(numbers[index]);
            assigned.add(sold.get(index).assignedTo(numbers[index], line == null ? null : line.site()));
        }
        return assigned;
    }

    /** The first line that lacks such a license, which it then lacks no more; 0 when there is none. */
    private int take(Entitlement sold, BiPredicate<LicenseLine, Entitlement> isClose) {
        SortedMap<Integer, LicenseLine> lines =
                lacking.getOrDefault(new Offering(sold.product(), sold.deployment()), new TreeMap<>());
        for (Map.Entry<Integer, LicenseLine> line : lines.entrySet()) {
            if (!isClose.test(line.getValue(), sold)) continue;
            int number = line.getKey();
            int left = line.getValue().quantity() - 1;
            if (left > 0) line.setValue(line.getValue().withQuantity(left));
            else lines.remove(number);
            return number;
        }
        return 0;
    }

    private static boolean renews(LicenseLine line, Entitlement sold) {
        if (line.transaction() == Transaction.NEW) return false;
        return line.sen() != null
                ? line.sen().equals(sold.sen())
                : line.entitlement() != null && line.entitlement().equals(sold.entitlement());
    }

    private static boolean isExactly(LicenseLine line, Entitlement sold) {
        return line.transaction() == Transaction.NEW && line.users() == sold.users() && sold.lasts(line.months());
    }
}
