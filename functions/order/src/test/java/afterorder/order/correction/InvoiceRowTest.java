package afterorder.order.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.LineSelection;
import afterorder.order.TestOrders;
import afterorder.order.row.RowKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Tag("S44")
class InvoiceRowTest {
    private static final List<Integer> LINES =
            IntStream.rangeClosed(1, 20).boxed().toList();
    private final InvoiceRow row = InvoiceRow.of("R-1", RowKey.purchase(TestOrders.ID, 1));

    @Property
    void has_each_line_taken_back_once_in_whatever_portions(
            @ForAll @Size(max = 12) List<@Size(min = 1, max = 8) Set<@IntRange(min = 1, max = 20) Integer>> portions) {
        InvoiceRow invoice = row;
        Set<Integer> taken = new TreeSet<>();
        for (int number = 0; number < portions.size(); number++) {
            Collection<Integer> portion = portions.get(number);
            String part = "correction-" + number;
            InvoiceRow before = invoice;
            if (portion.stream().anyMatch(taken::contains)) {
                assertThatThrownBy(() -> before.cancelledBy(part, LineSelection.of(portion)))
                        .isInstanceOf(IllegalStateException.class);
                continue;
            }
            invoice = invoice.cancelledBy(part, LineSelection.of(portion));
            taken.addAll(portion);
        }
        assertThat(invoice.cancelledOf(LINES)).containsExactlyElementsOf(taken);
        int lines = invoice.cancelled().values().stream()
                .mapToInt(some -> some.numbers().size())
                .sum();
        assertThat(lines).isEqualTo(taken.size());
    }

    @Example
    void is_replaced_once() {
        InvoiceRow replaced = row.replacedBy("correction-1");
        assertThat(replaced.replacedBy()).isEqualTo("correction-1");
        assertThatThrownBy(() -> replaced.replacedBy("correction-2")).isInstanceOf(IllegalStateException.class);
    }

    @Example
    void is_found_by_its_number_and_names_its_issuer() {
        assertThat(row.key()).isEqualTo(InvoiceRow.keyOf("R-1")).isNotEqualTo(InvoiceRow.keyOf("R-2"));
        assertThat(row.issuer()).isEqualTo(RowKey.purchase(TestOrders.ID, 1));
    }
}
