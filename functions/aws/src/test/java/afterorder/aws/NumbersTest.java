package afterorder.aws;

import static afterorder.order.DocumentKind.CONFIRMATION;
import static afterorder.order.DocumentKind.DELIVERY_NOTE;
import static afterorder.order.DocumentKind.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.DocumentKind;
import afterorder.order.Phrase;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.row.StaleRow;
import afterorder.order.settings.NumberPrefixes;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(LocalServicesExtension.class)
class NumbersTest {
    private static final int THREADS = 8;
    private static final int EACH = 25;

    private final Rows rows;
    private final Numbers numbers;

    NumbersTest(LocalServices services) {
        DynamoDbClient dynamoDb =
                new Clients(services.endpoint(), services.region(), services.credentials()).dynamoDb();
        String table = services.newTable();
        rows = new Rows(dynamoDb, table);
        numbers = new Numbers(dynamoDb, table, rows, new NumberPrefixes("AB", "R", "L"));
    }

    @Test
    @Tag("S44")
    void gives_each_number_once_and_leaves_none_out_however_many_ask_at_once() throws Exception {
        List<String> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<List<String>> series =
                    () -> IntStream.range(0, EACH).mapToObj(once -> take(2026)).toList();
            for (Future<List<String>> one : threads.invokeAll(Collections.nCopies(THREADS, series)))
                taken.addAll(one.get());
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, THREADS * EACH)
                        .mapToObj(number -> "AB-2026-%05d".formatted(number))
                        .toList());
    }

    @Test
    void writes_the_number_into_the_row_in_the_same_step() {
        OrderRow row = SampleOrder.of("licenses").row();
        OrderRow numbered = numbers.take(List.of(CONFIRMATION), 2026, taken -> sending(row, taken));
        assertThat(rows.order(row.id())).contains(numbered);
        assertThat(numbered.number()).contains("AB-2026-00001");
    }

    @Test
    void begins_anew_each_year_and_counts_each_kind_by_itself() {
        assertThat(take(2026)).isEqualTo("AB-2026-00001");
        assertThat(take(2026)).isEqualTo("AB-2026-00002");
        assertThat(take(2027)).isEqualTo("AB-2027-00001");
        assertThat(take(2026)).isEqualTo("AB-2026-00003");
        List<Map<DocumentKind, String>> both = new ArrayList<>();
        numbers.take(List.of(INVOICE, DELIVERY_NOTE), 2026, taken -> {
            both.add(taken);
            return SampleOrder.of("licenses").row();
        });
        assertThat(both).containsExactly(Map.of(INVOICE, "R-2026-00001", DELIVERY_NOTE, "L-2026-00001"));
    }

    @Test
    void takes_no_number_for_a_row_that_has_changed() {
        OrderRow read = rows.save(SampleOrder.of("licenses").row());
        rows.save(read.parked(Phrase.WORKFLOW_FAILED.with("meanwhile"), SampleOrder.PLACED));
        assertThatThrownBy(() -> numbers.take(List.of(CONFIRMATION), 2026, taken -> sending(read, taken)))
                .isInstanceOf(StaleRow.class);
        assertThat(take(2026)).isEqualTo("AB-2026-00001");
    }

    private String take(int year) {
        OrderRow row = SampleOrder.of("licenses").row();
        return numbers.take(List.of(CONFIRMATION), year, taken -> sending(row, taken))
                .number()
                .orElseThrow();
    }

    private static OrderRow sending(OrderRow row, Map<DocumentKind, String> taken) {
        return row.sending(taken.get(CONFIRMATION), LocalDate.of(2026, 11, 23), SampleOrder.PLACED);
    }
}
