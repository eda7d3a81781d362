package afterorder.order;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LineSelectionTest {

    @Property
    void keeps_exactly_the_lines_it_was_made_of(@ForAll Set<@IntRange(min = 1, max = 60) Integer> numbers) {
        assertThat(LineSelection.of(numbers).numbers())
                .containsExactlyElementsOf(numbers.stream().sorted().toList());
    }

    @Example
    void writes_ten_thousand_lines_as_one_range() throws Exception {
        LineSelection all =
                LineSelection.of(IntStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(Json.MAPPER.writeValueAsString(all)).isEqualTo("{\"ranges\":[\"1-10000\"]}");
        assertThat(Json.MAPPER.readValue("{\"ranges\":[\"1-10000\"]}", LineSelection.class))
                .isEqualTo(all);
    }

    @Example
    void keeps_a_reduced_quantity_when_it_is_reduced_again_or_not() throws Exception {
        Order order = orderOf(license(5, null), license(1, null));
        LineSelection three = LineSelection.all(order).reducedTo(Map.of(1, 3), order.licenses());
        assertThat(three.numbers()).isEqualTo(List.of(1));
        assertThat(three.of(order).get(1).quantity()).isEqualTo(3);
        assertThat(three.reducedTo(Map.of(1, 3), three.of(order))).isEqualTo(three);
        assertThat(three.reducedTo(Map.of(1, 2), three.of(order))
                        .of(order)
                        .get(1)
                        .quantity())
                .isEqualTo(2);
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(three), LineSelection.class))
                .isEqualTo(three);
    }
}
