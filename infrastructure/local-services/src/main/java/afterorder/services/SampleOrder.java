package afterorder.services;

import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Retention;
import afterorder.order.Sha256;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.intake.OrderReader;
import afterorder.order.intake.Reading;
import afterorder.order.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;

/**
 * An order of {@code events/orders} as intake would store it, under a number and a customer address of its own.
 *
 * @param body as posted
 */
public record SampleOrder(OrderRow row, Order order, String body) {
    /** When sample orders are placed, a Monday morning in Germany. */
    public static final Instant PLACED = Instant.parse("2026-11-23T08:15:30Z");

    /** Of what sample orders order. */
    public static final Retention RETENTION = Retention.ofOrder(
            Settings.bundled().seller().dateAt(PLACED),
            Settings.bundled().seller().zone());

    private static final String CUSTOMER = "einkauf@muster.example";

    /** @param name of the file: {@code licenses} */
    public static SampleOrder of(String name) {
        String key = UUID.randomUUID().toString();
        String body = body(name).replace(CUSTOMER, key + "@muster.example");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Settings settings = Settings.bundled();
        Reading<Order> reading =
                new OrderReader(settings).read(bytes, settings.seller().dateAt(PLACED));
        if (!(reading instanceof Reading.Accepted(Order order))) {
            throw new IllegalStateException("events/orders/" + name + ".json is not accepted: " + reading);
        }
        OrderRow row = OrderRow.received(
                OrderId.of("shop", key), "shop", Sha256.hex(bytes), order, settings.seller(), settings.teams(), PLACED);
        return new SampleOrder(row, order, body);
    }

    /** The file's text, unchanged. */
    public static String body(String name) {
        try {
            return Files.readString(Project.file("events/orders").resolve(name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException("events/orders has no " + name + ".json", missing);
        }
    }

    public OrderId id() {
        return row.id();
    }

    public String customer() {
        return order.customer().email().address();
    }
}
