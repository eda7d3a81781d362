package afterorder.aws;

import afterorder.order.Email;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.export.ExportRow;
import afterorder.order.link.MailedLink;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.row.StaleRow;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.CalendarDay;
import afterorder.order.service.EngagementRow;
import afterorder.order.tax.VatIdRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The rows of the table. Reads are consistent; each write is conditional on the version that was read. */
public final class Rows {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final RowWrites writes;

    public Rows(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.writes = new RowWrites(dynamoDb, table);
    }

    public Optional<OrderRow> order(OrderId id) {
        return read(RowKey.order(id)).map(item -> Items.row(item, OrderRow.class));
    }

    public Optional<PurchaseRow> purchase(OrderId id, int number) {
        return read(RowKey.purchase(id, number)).map(item -> Items.row(item, PurchaseRow.class));
    }

    public Optional<PurchaseRow> purchase(RowKey key) {
        return read(key).map(item -> Items.row(item, PurchaseRow.class));
    }

    public List<PurchaseRow> purchases(OrderId id) {
        return purchases(partsOf(id, "purchase-"));
    }

    private static List<PurchaseRow> purchases(Stream<Map<String, AttributeValue>> items) {
        return items.map(item -> Items.row(item, PurchaseRow.class))
                .sorted(Comparator.comparing(PurchaseRow::number))
                .toList();
    }

    /** The corrections of an order's invoices, the oldest first. */
    public List<CorrectionRow> corrections(OrderId id) {
        return corrections(partsOf(id, "correction-"));
    }

    /** The services of an order, by the teams that deliver them. */
    public List<EngagementRow> engagements(OrderId id) {
        return engagements(partsOf(id, "service-"));
    }

    private static List<EngagementRow> engagements(Stream<Map<String, AttributeValue>> items) {
        return items.map(item -> Items.row(item, EngagementRow.class))
                .sorted(Comparator.comparing(EngagementRow::number))
                .toList();
    }

    public Optional<EngagementRow> engagement(RowKey key) {
        return read(key).map(item -> Items.row(item, EngagementRow.class));
    }

    /** @param day in the zone of the person's team */
    public CalendarDay calendarDay(Email person, LocalDate day) {
        return read(CalendarDay.keyOf(person, day))
                .map(item -> Items.row(item, CalendarDay.class))
                .orElseGet(() -> CalendarDay.free(person, day));
    }

    private static List<CorrectionRow> corrections(Stream<Map<String, AttributeValue>> items) {
        return items.map(item -> Items.row(item, CorrectionRow.class))
                .sorted(Comparator.comparing(CorrectionRow::wantedAt).thenComparing(CorrectionRow::name))
                .toList();
    }

    /** Everything that came of an order: read at once, so that a part is not older than one that followed from it. */
    public OrderParts parts(OrderId id) {
        List<Map<String, AttributeValue>> items =
                query("orderId = :id", Map.of(":id", Items.text(id.value()))).toList();
        return new OrderParts(
                purchases(items.stream().filter(item -> Items.key(item).isPurchase())),
                corrections(items.stream().filter(item -> Items.key(item).isCorrection())),
                engagements(items.stream().filter(item -> Items.key(item).isService())),
                items.stream()
                        .filter(item -> Items.key(item).equals(RowKey.vatId(id)))
                        .findAny()
                        .map(item -> Items.row(item, VatIdRow.class))
                        .orElseGet(() -> VatIdRow.unasked(id)));
    }

    private Stream<Map<String, AttributeValue>> partsOf(OrderId id, String part) {
        return query(
                "orderId = :id AND begins_with(part, :part)",
                Map.of(":id", Items.text(id.value()), ":part", Items.text(part)));
    }

    private Stream<Map<String, AttributeValue>> query(String condition, Map<String, AttributeValue> values) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values))
                .items()
                .stream();
    }

    public Optional<CorrectionRow> correction(RowKey key) {
        return read(key).map(item -> Items.row(item, CorrectionRow.class));
    }

    /** Whose the invoice of that number is, and what became of it. */
    public Optional<InvoiceRow> invoice(String number) {
        return read(InvoiceRow.keyOf(number)).map(item -> Items.row(item, InvoiceRow.class));
    }

    public Optional<MailedLink> link(String token) {
        return read(MailedLink.keyOf(token)).map(item -> Items.row(item, MailedLink.class));
    }

    /** What is known of the VAT ID of that order's customer. */
    public VatIdRow vatId(OrderId id) {
        return read(RowKey.vatId(id))
                .map(item -> Items.row(item, VatIdRow.class))
                .orElseGet(() -> VatIdRow.unasked(id));
    }

    /** For which purchase that order of the vendor's is entered. */
    public VendorOrderClaim claim(String vendorOrder) {
        return read(VendorOrderClaim.keyOf(vendorOrder))
                .map(item -> Items.row(item, VendorOrderClaim.class))
                .orElseGet(() -> VendorOrderClaim.unclaimed(vendorOrder));
    }

    /** An order's row, a purchase's, a correction's, an engagement's, or that of a customer's exports. */
    public Optional<WorkedRow> worked(RowKey key) {
        return read(key).map(item -> Items.row(item, type(key)));
    }

    private static Class<? extends WorkedRow> type(RowKey key) {
        if (key.isPurchase()) return PurchaseRow.class;
        if (key.isCorrection()) return CorrectionRow.class;
        if (key.isService()) return EngagementRow.class;
        return key.isExport() ? ExportRow.class : OrderRow.class;
    }

    public Optional<ExportRow> export(String customerNumber) {
        return read(ExportRow.keyOf(customerNumber)).map(item -> Items.row(item, ExportRow.class));
    }

    /**
     * Writes the row as its next version, which is returned.
     *
     * @throws StaleRow when it is not the version in the table any more
     */
    @SuppressWarnings("unchecked")
    public <R extends Row> R save(R row) {
        return (R) writes.one(row);
    }

    /** Has DynamoDB delete these rows soon. One that is gone already stays so. */
    public void expire(List<RowKey> keys, Instant now) {
        for (RowKey key : keys) {
            try {
                dynamoDb.updateItem(update -> update.tableName(table)
                        .key(Items.key(key))
                        .updateExpression("SET " + Items.EXPIRES_AT + " = :now")
                        .conditionExpression("attribute_exists(" + Items.ORDER_ID + ")")
                        .expressionAttributeValues(Map.of(":now", Items.seconds(now))));
            } catch (ConditionalCheckFailedException gone) {
                continue;
            }
        }
    }

    /**
     * Records what has happened outside, whatever became of the row meanwhile: the rule decides on the row as it was last
     * seen, and decides again on the row as it is now when somebody else was faster. A rule that answers nothing has nothing
     * to record.
     *
     * @return the row as it is then
     */
    public <R extends WorkedRow> R record(R seen, Function<R, Optional<R>> rule) {
        return undisturbed(seen, row -> rule.apply(row).map(this::save).orElse(row));
    }

    /**
     * Runs a step that decides on a row and writes: on the row as it was last seen, and on the row as it is now when somebody
     * else was faster.
     *
     * @return what the step answers
     */
    @SuppressWarnings("unchecked")
    public <R extends WorkedRow, T> T undisturbed(R seen, Function<R, T> step) {
        AtomicReference<R> latest = new AtomicReference<>(seen);
        return Messages.undisturbed(() -> {
            try {
                return step.apply(latest.get());
            } catch (StaleRow changed) {
                latest.set((R) worked(seen.key()).orElseThrow());
                throw changed;
            }
        });
    }

    /**
     * Writes all of these rows, each as its next version, or none.
     *
     * @throws StaleRow when one of them is not the version in the table any more
     */
    public void saveTogether(List<? extends Row> rows) {
        writes.together(rows, List.of());
    }

    private Optional<Map<String, AttributeValue>> read(RowKey key) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(Items.key(key)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }
}
