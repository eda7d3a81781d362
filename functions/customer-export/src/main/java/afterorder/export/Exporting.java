package afterorder.export;

import afterorder.aws.CustomerRows;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.export.ExportRow;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The steps of an export: the ZIP, then the row, which owes the desk a mail from then on. A repetition writes the ZIP anew
 * under the same name, and finds the row done or makes it so: there is one mail.
 */
final class Exporting {
    private static final int ORDERS_AT_ONCE = 16;

    private final Rows rows;
    private final CustomerRows customers;
    private final Orders orders;
    private final ObjectStore documents;

    Exporting(Rows rows, CustomerRows customers, Orders orders, ObjectStore documents) {
        this.rows = rows;
        this.customers = customers;
        this.orders = orders;
        this.documents = documents;
    }

    /** What is in the rows of one order. */
    private record Exported(
            Order order, OrderRow row, @JsonUnwrapped OrderParts parts) {}

    void export(String customer, int number, Instant now) {
        ExportRow row = rows.export(customer).orElseThrow();
        if (!row.awaits(number)) return;
        documents.write(row.objectKey(), "application/zip", output -> writeOrders(customer, output));
        rows.record(row, current -> current.awaits(number) ? Optional.of(current.exported(now)) : Optional.empty());
    }

    /** Several orders are read at a time, and written in their sequence. */
    private void writeOrders(String customer, OutputStream output) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(output);
        Iterator<Map<String, byte[]>> collected = customers
                .ordersOf(customer)
                .gather(Gatherers.mapConcurrent(ORDERS_AT_ONCE, this::collect))
                .iterator();
        while (collected.hasNext()) {
            for (Map.Entry<String, byte[]> file : collected.next().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    /** An order's files by their names in the ZIP; none of an order that is deleted: the index lags behind a deletion. */
    private Map<String, byte[]> collect(OrderId id) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        orders.find(id).ifPresent(placed -> {
            files.put(id + "/order.json", json(new Exported(placed.order(), placed.row(), rows.parts(id))));
            for (DocumentKind kind : DocumentKind.values()) {
                for (String key : documents.list(kind.folder(id))) {
                    files.put(id + "/" + key.substring(key.lastIndexOf('/') + 1), documents.read(key));
                }
            }
        });
        return files;
    }

    private static byte[] json(Exported exported) {
        try {
            return Json.MAPPER.writeValueAsBytes(exported);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an order cannot be written as JSON", impossible);
        }
    }
}
