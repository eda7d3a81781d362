package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.Retention;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.row.StaleRow;
import afterorder.order.settings.Settings;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@ExtendWith(LocalServicesExtension.class)
class RowsTest {
    private static final Instant NOW = SampleOrder.PLACED;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Rows rows;

    RowsTest(LocalServices services) {
        dynamoDb = new Clients(services.endpoint(), services.region(), services.credentials()).dynamoDb();
        table = services.newTable();
        rows = new Rows(dynamoDb, table);
    }

    @Test
    void comes_back_as_it_was_saved_one_version_on() {
        OrderRow saved = rows.save(SampleOrder.of("licenses").row());
        assertThat(saved.version()).isEqualTo(1);
        assertThat(rows.order(saved.id())).contains(saved);
        OrderRow sending = rows.save(
                saved.sending("AB-2026-00001", Settings.bundled().seller().dateAt(NOW), NOW));
        assertThat(sending.version()).isEqualTo(2);
        assertThat(rows.order(saved.id())).contains(sending);
    }

    @Test
    void lets_one_of_two_writers_win_and_tells_the_other() {
        OrderRow read = rows.save(SampleOrder.of("licenses").row());
        OrderRow first = rows.save(read.parked(Phrase.WORKFLOW_FAILED.with("by the first"), NOW));
        assertThatThrownBy(() -> rows.save(read.parked(Phrase.WORKFLOW_FAILED.with("by the second"), NOW)))
                .isInstanceOf(StaleRow.class)
                .hasMessageContaining(read.id().value());
        assertThat(rows.order(read.id())).contains(first);
    }

    @Test
    void does_not_make_a_row_that_is_there() {
        OrderRow row = SampleOrder.of("licenses").row();
        rows.save(row);
        assertThatThrownBy(() -> rows.save(row)).isInstanceOf(StaleRow.class);
    }

    @Test
    void saves_together_all_or_nothing() {
        SampleOrder order = SampleOrder.of("mixed");
        OrderRow row = rows.save(order.row());
        List<PurchaseRow> purchases = purchases(order);
        rows.save(row.parked(Phrase.WORKFLOW_FAILED.with("meanwhile"), NOW));
        List<Row> together = new ArrayList<>(purchases);
        together.add(row.sent("first@eu-central-1.amazonses.com", NOW));
        assertThatThrownBy(() -> rows.saveTogether(together)).isInstanceOf(StaleRow.class);
        assertThat(rows.purchases(order.id())).isEmpty();

        together.set(
                together.size() - 1,
                rows.order(order.id()).orElseThrow().sent("first@eu-central-1.amazonses.com", NOW));
        rows.saveTogether(together);
        assertThat(rows.purchases(order.id())).hasSize(purchases.size());
        assertThat(rows.order(order.id()).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void lists_the_purchases_of_an_order_by_their_number() {
        SampleOrder order = SampleOrder.of("mixed");
        PurchaseRow one = purchases(order).getFirst();
        IntStream.of(10, 2, 1).forEach(number -> rows.save(numbered(one, number)));
        assertThat(rows.purchases(order.id())).extracting(PurchaseRow::number).containsExactly(1, 2, 10);
    }

    @Test
    void finds_what_is_overdue_the_longest_overdue_first() {
        List<OrderRow> placed = new ArrayList<>();
        for (int minute : new int[] {3, 1, 2, 60}) {
            placed.add(rows.save(receivedAt(NOW.plus(Duration.ofMinutes(minute)))));
        }
        List<RowKey> byTime =
                List.of(placed.get(1).key(), placed.get(2).key(), placed.get(0).key());
        assertThat(overdue(NOW.plus(Duration.ofMinutes(10)))).containsExactlyElementsOf(byTime);
        assertThat(overdue(NOW)).isEmpty();
    }

    @Test
    void keeps_a_row_out_of_the_index_that_has_no_deadline_any_more() {
        OrderRow row = rows.save(SampleOrder.of("licenses").row());
        Instant later = NOW.plus(Duration.ofDays(1));
        assertThat(overdue(later)).containsExactly(row.key());
        OrderRow sending = rows.save(
                row.sending("AB-2026-00001", Settings.bundled().seller().dateAt(NOW), NOW));
        rows.save(sending.sent("first@eu-central-1.amazonses.com", NOW));
        assertThat(overdue(later)).isEmpty();
        assertThat(indexed("due", "dueKey", "due")).isEmpty();
    }

    @Test
    void shows_a_parked_row_to_staff_until_it_goes_on() {
        OrderRow row = rows.save(SampleOrder.of("licenses").row());
        OrderRow sending = rows.save(
                row.sending("AB-2026-00001", Settings.bundled().seller().dateAt(NOW), NOW));
        assertThat(indexed("waiting", "waitingKind", "parked")).isEmpty();
        OrderRow parked = rows.save(sending.parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("no such mailbox"), NOW));
        assertThat(new WaitingRows(dynamoDb, table).parked(Optional.empty(), 9).rows())
                .containsExactly(row.key());
        assertThat(overdue(NOW)).as("staff is to be told").containsExactly(row.key());
        OrderRow told =
                rows.save(parked.withProgress(parked.progress().notifying(NOW).notified()));
        assertThat(overdue(NOW.plus(Duration.ofDays(1)))).isEmpty();
        rows.save(told.sent("first@eu-central-1.amazonses.com", NOW));
        assertThat(indexed("waiting", "waitingKind", "parked")).isEmpty();
    }

    @Test
    void reads_what_is_overdue_over_pages() {
        // A page has at most 1 MB: keys as large as DynamoDB takes them fill it soon.
        List<RowKey> overdue = IntStream.range(0, 500)
                .mapToObj(number -> new RowKey("%05d".formatted(number) + "x".repeat(2_000), "y".repeat(1_000)))
                .toList();
        for (int from = 0; from < overdue.size(); from += 25) putDue(overdue.subList(from, from + 25));
        assertThat(pagesOfDue()).isGreaterThan(1);
        assertThat(overdue(NOW)).containsExactlyInAnyOrderElementsOf(overdue);
    }

    @Test
    void writes_for_which_purchase_a_vendor_s_order_is_entered_together_with_that_purchase() {
        PurchaseRow one = rows.save(purchases(SampleOrder.of("licenses")).getFirst());
        PurchaseRow other = rows.save(purchases(SampleOrder.of("licenses")).getFirst());
        VendorOrderClaim unclaimed = rows.claim("AT-1");
        rows.saveTogether(List.of(one, unclaimed.by(one)));
        assertThatThrownBy(() -> rows.saveTogether(List.of(other, unclaimed.by(other))))
                .isInstanceOf(StaleRow.class);
        assertThat(rows.purchase(other.key())).contains(other);
        VendorOrderClaim claim = rows.claim("at-1");
        assertThat(claim.isOf(one)).isTrue();
        assertThat(claim.isOpenTo(other)).isFalse();
        assertThatThrownBy(() -> claim.by(other)).isInstanceOf(IllegalStateException.class);
        rows.save(claim.freed());
        assertThat(rows.claim("AT-1").isOpenTo(other)).isTrue();
    }

    @Test
    void records_what_happened_on_the_row_as_it_is_now() {
        PurchaseRow saved = rows.save(purchases(SampleOrder.of("licenses")).getFirst());
        PurchaseRow begun = rows.record(saved, row -> {
            if (row.version() == 1) rows.save(row.begun(NOW)); // somebody else, in between
            return Optional.of(row.parked(Phrase.STUCK.with(row.version()), NOW));
        });
        assertThat(begun.version()).isEqualTo(3);
        assertThat(begun.progress().parked().reason().in(Language.EN)).isEqualTo("did not get on in 2 attempts");
        assertThat(rows.record(begun, row -> Optional.empty())).isEqualTo(begun);
    }

    private static OrderRow receivedAt(Instant time) {
        SampleOrder order = SampleOrder.of("licenses");
        return OrderRow.received(
                order.id(),
                "shop",
                order.row().bodyHash(),
                order.order(),
                Settings.bundled().seller(),
                Settings.bundled().teams(),
                time);
    }

    private static List<PurchaseRow> purchases(SampleOrder order) {
        var seller = Settings.bundled().seller();
        return order.row().plans().stream()
                .map(plan ->
                        PurchaseRow.scheduled(order.id(), plan, order.order().technicalContact(), seller, NOW))
                .toList();
    }

    private static PurchaseRow numbered(PurchaseRow row, int number) {
        return new PurchaseRow(
                row.orderId(),
                number,
                0,
                row.status(),
                row.purchaseOn(),
                row.lines(),
                row.technicalContact(),
                row.vendor(),
                row.sale(),
                row.billing(),
                row.progress());
    }

    private List<RowKey> indexed(String index, String key, String value) {
        return dynamoDb.query(query(index, key, value)).items().stream()
                .map(Items::key)
                .toList();
    }

    @Test
    void has_rows_deleted_and_makes_none_that_is_gone() {
        OrderRow row = rows.save(SampleOrder.of("licenses").row());
        rows.expire(List.of(row.key(), RowKey.purchase(row.id(), 1)), NOW);
        assertThat(dynamoDb.scan(scan -> scan.tableName(table)).items())
                .singleElement()
                .satisfies(item -> assertThat(item.get("expiresAt").n()).isEqualTo("" + NOW.getEpochSecond()));
        assertThat(rows.save(row).progress()).isEqualTo(row.progress());
    }

    @Test
    void has_a_link_deleted_when_what_it_led_to_is_surely_gone() {
        SampleOrder order = SampleOrder.of("licenses");
        Target document = new Target.Document("invoices/1.pdf", new Email("buyer@muster.example"), Language.DE);
        rows.save(MailedLink.to(document, order.id(), "token", NOW, Duration.ZERO));
        String expiresAt = dynamoDb.scan(scan -> scan.tableName(table))
                .items()
                .getFirst()
                .get("expiresAt")
                .n();
        Retention invoice = Retention.of(DocumentKind.INVOICE, LocalDate.of(2026, 11, 23), ZoneId.of("Europe/Berlin"));
        assertThat(Instant.ofEpochSecond(Long.parseLong(expiresAt)))
                .isAfter(invoice.until())
                .isBefore(NOW.plus(Duration.ofDays(3660)));
    }

    @Test
    void finds_the_orders_of_a_customer() {
        OrderRow one = rows.save(SampleOrder.of("licenses").row());
        OrderRow other = rows.save(SampleOrder.of("licenses").row());
        rows.save(SampleOrder.of("services").row());
        CustomerRows customers = new CustomerRows(dynamoDb, table);
        assertThat(customers.ordersOf(one.customerNumber())).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(customers.ordersOf("C-0")).isEmpty();
    }

    private void putDue(List<RowKey> keys) {
        List<WriteRequest> puts = keys.stream()
                .map(key -> new HashMap<>(Items.key(key)))
                .peek(item -> item.putAll(
                        Map.of(Items.DUE_KEY, Items.text(Items.IS_DUE), Items.DUE, Items.text(Items.sortable(NOW)))))
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        dynamoDb.batchWriteItem(write -> write.requestItems(Map.of(table, puts)));
    }

    private long pagesOfDue() {
        return dynamoDb.queryPaginator(query("due", "dueKey", "due")).stream().count();
    }

    private QueryRequest query(String index, String key, String value) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(index)
                .keyConditionExpression("#key = :value")
                .expressionAttributeNames(Map.of("#key", key))
                .expressionAttributeValues(Map.of(":value", Items.text(value)))
                .build();
    }

    private Stream<RowKey> overdue(Instant now) {
        return new DueRows(dynamoDb, table).overdue(now).map(DueRows.Late::key);
    }
}
