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
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@ExtendWith(LocalServicesExtension.class)
class NumbersTest {
    private static final int THREADS = 8;
    private static final int EACH = 25;

    private static final NumberPrefixes PREFIXES = new NumberPrefixes("AB", "R", "L", "S", "LN");

    private final LocalServices services;
    private final String table;
    private final Rows rows;
    private final Numbers numbers;

    NumbersTest(LocalServices services) {
        this.services = services;
        DynamoDbClient dynamoDb =
                new Clients(services.endpoint(), services.region(), services.credentials()).dynamoDb();
        table = services.newTable();
        rows = new Rows(dynamoDb, table);
        numbers = new Numbers(dynamoDb, table, PREFIXES);
    }

    @Test
    @Tag("S44")
    void gives_each_number_once_and_leaves_none_out_however_many_ask_at_once() throws Exception {
        assertTakenOnce(numbered(() -> this::take));
    }

    @Test
    @Tag("S44")
    void gives_each_number_once_though_calls_are_refused_and_answers_get_lost() throws Exception {
        assertTakenOnce(numbered(() -> {
            Deployed environment =
                    services.function("OrderConfirmationFunction").on(table);
            DynamoDbClient dynamoDb =
                    new Clients(environment.endpoint(), environment.region(), environment.credentials()).dynamoDb();
            Numbers own = new Numbers(dynamoDb, table, PREFIXES);
            return year -> takenAtLast(own, environment, year);
        }));
    }

    /** What functions take that ask at the same time, each of its own environment. */
    private static List<String> numbered(Supplier<IntFunction<String>> environment) throws Exception {
        List<Callable<List<String>>> series = Stream.generate(environment)
                .limit(THREADS)
                .<Callable<List<String>>>map(one -> () -> IntStream.range(0, EACH)
                        .mapToObj(once -> one.apply(2026))
                        .toList())
                .toList();
        List<String> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<String>> one : threads.invokeAll(series)) taken.addAll(one.get());
        }
        return taken;
    }

    private static void assertTakenOnce(List<String> taken) {
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, THREADS * EACH)
                        .mapToObj(number -> "AB-2026-%05d".formatted(number))
                        .toList());
    }

    /** One of the first calls goes wrong; who does not know what has become of it reads the row, as a next attempt does. */
    private String takenAtLast(Numbers numbers, Deployed environment, int year) {
        OrderRow row = SampleOrder.of("licenses").row();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        environment.disturbed(random.nextBoolean() ? Kind.REFUSED : Kind.ANSWER_LOST, random.nextInt(1, 4));
        try {
            return take(numbers, row, year);
        } catch (DynamoDbException refused) {
            return rows.order(row.id()).flatMap(OrderRow::number).orElseGet(() -> take(numbers, row, year));
        }
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
        return take(numbers, SampleOrder.of("licenses").row(), year);
    }

    private static String take(Numbers numbers, OrderRow row, int year) {
        return numbers.take(List.of(CONFIRMATION), year, taken -> sending(row, taken))
                .number()
                .orElseThrow();
    }

    private static OrderRow sending(OrderRow row, Map<DocumentKind, String> taken) {
        return row.sending(taken.get(CONFIRMATION), LocalDate.of(2026, 11, 23), SampleOrder.PLACED);
    }
}
