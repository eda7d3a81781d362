package afterorder.acceptance.invariant;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No number of a document stands in two rows as theirs. */
final class EachNumberIsGivenOnce implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        Map<String, Long> given = world.rows().stream()
                .flatMap(EachNumberIsGivenOnce::numbers)
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
        return given.entrySet().stream()
                .filter(number -> number.getValue() > 1)
                .map(number -> number.getKey() + " is given " + number.getValue() + " times");
    }

    /** The numbers of the documents that a row issued. */
    static Stream<String> numbers(WorldRow row) {
        return Stream.of(
                        "/confirmation/number",
                        "/confirmation/replaces/number",
                        "/billing/invoiceNumber",
                        "/billing/deliveryNoteNumber",
                        "/issue/number",
                        "/performance/issue/number")
                .map(row::at)
                .filter(number -> !number.isEmpty());
    }
}
