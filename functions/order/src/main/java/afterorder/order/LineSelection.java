package afterorder.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some of an order's license lines, counted from 1. They are written as ranges ({@code "1-4999"}), so that ten thousand
 * lines take little more of a row than one.
 *
 * @param ranges ascending
 * @param reduced of which of them fewer licenses are meant than were ordered, and how many
 */
public record LineSelection(
        List<String> ranges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Integer, Integer> reduced) {

    public LineSelection(List<String> ranges, @Nullable Map<Integer, Integer> reduced) {
        this.ranges = List.copyOf(ranges);
        this.reduced = reduced == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(reduced));
    }

    /** These lines, each with all its licenses. */
    public static LineSelection of(Collection<Integer> numbers) {
        return new LineSelection(rangesOf(numbers), Map.of());
    }

    /** All license lines of that order. */
    public static LineSelection all(Order order) {
        return of(order.licenses().keySet());
    }

    /**
     * Of these lines only so many licenses; a line that is not named falls away.
     *
     * @param meant what these lines are, with the quantities meant so far
     */
    public LineSelection reducedTo(Map<Integer, Integer> quantities, Map<Integer, LicenseLine> meant) {
        SortedMap<Integer, Integer> fewer = new TreeMap<>();
        quantities.forEach((number, quantity) -> {
            if (quantity < meant.get(number).quantity() || reduced.containsKey(number)) fewer.put(number, quantity);
        });
        return new LineSelection(rangesOf(quantities.keySet()), fewer);
    }

    public List<Integer> numbers() {
        return ranges.stream().flatMap(range -> numbers(range).boxed()).toList();
    }

    /** What these lines of that order are: with the quantities that are meant. */
    public SortedMap<Integer, LicenseLine> of(Order order) {
        SortedMap<Integer, LicenseLine> licenses = new TreeMap<>();
        for (int number : numbers()) {
            LicenseLine line = (LicenseLine) order.line(number);
            licenses.put(number, reduced.containsKey(number) ? line.withQuantity(reduced.get(number)) : line);
        }
        return licenses;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    private static IntStream numbers(String range) {
        String[] ends = range.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    private static List<String> rangesOf(Collection<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (int number : Stream.concat(new TreeSet<>(numbers).stream(), Stream.of(Integer.MAX_VALUE))
                .toList()) {
            if (number == last + 1 && first > 0) {
                last = number;
                continue;
            }
            if (first > 0) ranges.add(first == last ? "" + first : first + "-" + last);
            first = number;
            last = number;
        }
        return ranges;
    }
}
