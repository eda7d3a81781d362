package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Order;
import afterorder.order.ServiceLine;
import afterorder.order.confirmation.OrderRow;
import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

@ExtendWith(LocalServicesExtension.class)
class OrdersTest {
    private static final int MOST_BYTES_IN_AN_ITEM = 400 * 1024;

    private final Deployed intake;
    private final DynamoDbClient dynamoDb;
    private final Orders orders;

    OrdersTest(LocalServices services) {
        intake = services.function("OrderIntakeFunction");
        Clients clients = new Clients(intake.endpoint(), intake.region(), intake.credentials());
        dynamoDb = clients.dynamoDb();
        ObjectStore documents =
                new ObjectStore(clients.s3(), intake.variable("DOCUMENTS_BUCKET"), ObjectLockMode.GOVERNANCE);
        orders = new Orders(dynamoDb, intake.variable("TABLE"), documents);
    }

    @Test
    @Tag("S1")
    void finds_an_order_as_it_was_placed() {
        SampleOrder order = SampleOrder.of("mixed");
        assertThat(orders.create(order.row(), order.order(), SampleOrder.RETENTION))
                .isEmpty();
        assertThat(orders.find(order.id()))
                .contains(new Orders.Placed(order.row().withVersion(1), order.order()));
        assertThat(orders.find(SampleOrder.of("mixed").id())).isEmpty();
    }

    @Test
    @Tag("S1")
    void creates_an_order_once_under_ten_who_place_it_at_once() throws Exception {
        SampleOrder order = SampleOrder.of("licenses");
        Callable<Optional<OrderRow>> create = () -> orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        List<Optional<OrderRow>> answers = allAtOnce(Collections.nCopies(10, create));
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .containsOnly(Optional.of(order.row().withVersion(1)));
    }

    @Test
    void answers_a_known_order_by_the_one_call_that_found_it() {
        SampleOrder order = SampleOrder.of("licenses");
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        assertThat(orders.create(order.row(), order.order(), SampleOrder.RETENTION))
                .contains(order.row().withVersion(1));
        assertThat(intake.operations()).containsExactly("PutItem", "PutItem");
    }

    @Test
    void keeps_the_largest_order_within_an_item_and_gives_it_back_equal() throws Exception {
        SampleOrder sample = SampleOrder.of("services");
        Order order = withLines(sample.order(), 1_000, "ü".repeat(1_000));
        List<Optional<OrderRow>> answers =
                allAtOnce(Collections.nCopies(3, () -> orders.create(sample.row(), order, SampleOrder.RETENTION)));
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(orders.find(sample.id()).orElseThrow().order()).isEqualTo(order);
        assertThat(bytesOf(item(sample))).isLessThan(MOST_BYTES_IN_AN_ITEM / 20);
        assertThat(item(sample).get("lines").s()).startsWith("orders/" + sample.id() + "/");
    }

    @Test
    void keeps_lines_up_to_the_limit_in_the_item() {
        SampleOrder sample = SampleOrder.of("services");
        Order order = withLines(sample.order(), 30, "x".repeat(900));
        orders.create(sample.row(), order, SampleOrder.RETENTION);
        assertThat(item(sample)).doesNotContainKey("lines");
        assertThat(intake.operations()).containsExactly("PutItem", "GetItem");
        assertThat(orders.find(sample.id()).orElseThrow().order()).isEqualTo(order);
    }

    private static Order withLines(Order order, int count, String description) {
        ServiceLine line =
                new ServiceLine("consulting", description, new BigDecimal("2.5"), "day", new BigDecimal("1440.00"));
        return new Order(
                order.currency(),
                order.language(),
                order.commissioned(),
                order.customer(),
                order.buyerReference(),
                order.confirmation(),
                order.technicalContact(),
                order.serviceContact(),
                Collections.nCopies(count, line));
    }

    private Map<String, AttributeValue> item(SampleOrder order) {
        return dynamoDb.getItem(get -> get.tableName(intake.variable("TABLE"))
                        .key(Items.key(order.row().key())))
                .item();
    }

    private static int bytesOf(Map<String, AttributeValue> item) {
        return item.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }
}
