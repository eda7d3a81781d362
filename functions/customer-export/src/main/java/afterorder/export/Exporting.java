package afterorder.export;

import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.export.ExportRow;
import afterorder.order.purchase.PurchaseRow;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The steps of an export: the ZIP, then the row, which owes the desk a mail from then on. A repetition writes the ZIP anew
 * under the same name, and finds the row done or makes it so: there is one mail.
 */
final class Exporting {
    private final Rows rows;
    private final Orders orders;
    private final ObjectStore documents;

    Exporting(Rows rows, Orders orders, ObjectStore documents) {
        this.rows = rows;
        this.orders = orders;
        this.documents = documents;
    }

    /** What is in the rows of one order. */
    private record Exported(Order order, OrderRow row, List<PurchaseRow> purchases) {}

    void export(String customer, int number, Instant now) {
        ExportRow row = rows.export(customer).orElseThrow();
        if (!row.awaits(number)) return;
        documents.write(row.objectKey(), "application/zip", output -> writeOrders(customer, output));
        rows.record(row, current -> current.awaits(number) ? Optional.of(current.exported(now)) : Optional.empty());
    }

    private void writeOrders(String customer, OutputStream output) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(output);
        Iterator<OrderId> ids = rows.ordersOf(customer).iterator();
        while (ids.hasNext()) {
            OrderId id = ids.next();
            // The index lags behind a deletion.
            Optional<Orders.Placed> placed = orders.find(id);
            if (placed.isPresent()) writeOrder(id, placed.get(), zip);
        }
        zip.finish();
    }

    private void writeOrder(OrderId id, Orders.Placed placed, ZipOutputStream zip) throws IOException {
        Exported exported = new Exported(placed.order(), placed.row(), rows.purchases(id));
        write(id + "/order.json", Json.MAPPER.writeValueAsBytes(exported), zip);
        for (DocumentKind kind : DocumentKind.values()) {
            for (String key : documents.list(kind.folder(id))) {
                write(id + "/" + key.substring(key.lastIndexOf('/') + 1), documents.read(key), zip);
            }
        }
    }

    private static void write(String name, byte[] content, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
