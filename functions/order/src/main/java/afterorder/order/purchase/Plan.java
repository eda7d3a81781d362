package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A purchase before the confirmation's dispatch: the license lines that are bought together, on one date (S35, S45).
 *
 * @param number of the purchase, from 1: it stays, whatever is changed
 * @param on the date of the purchase, in the seller's zone; one that has passed by then means at once
 */
public record Plan(int number, LocalDate on, LineSelection lines, boolean calledOff) {

    /** One purchase for each date, in the order of the dates. @param today for lines without a date */
    public static List<Plan> of(Order order, LocalDate today) {
        SortedMap<LocalDate, List<Integer>> linesByDate = new TreeMap<>();
        order.licenses().forEach((number, line) -> linesByDate
                .computeIfAbsent(dateOf(line, today), date -> new ArrayList<>())
                .add(number));
        List<Plan> plans = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Integer>> group : linesByDate.entrySet()) {
            plans.add(new Plan(plans.size() + 1, group.getKey(), LineSelection.of(group.getValue()), false));
        }
        return List.copyOf(plans);
    }

    private static LocalDate dateOf(LicenseLine line, LocalDate today) {
        return Optional.ofNullable(line.purchaseOn()).orElse(today);
    }

    public Plan movedTo(LocalDate date) {
        return new Plan(number, date, lines, false);
    }

    public Plan asCalledOff() {
        return new Plan(number, on, lines, true);
    }
}
