package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function behind the HTTP interface dies wherever it can within a call; who repeats the call gets what was wanted, once. */
class RepeatedCallTest {

    @Test
    @Tag("S35")
    @Tag("S36")
    @Tag("S45")
    void what_a_customer_changes_and_a_desk_enters_counts_once(@TempDir Path data) {
        try (Shop shop = Shop.open(data, DeskDoor.BUYS)) {
            DeskDoor desk = new DeskDoor(shop);
            LocalDate today = shop.clock().now().atOffset(ZoneOffset.UTC).toLocalDate();
            AnOrder order = anOrder()
                    .withDataCenter(2)
                    .withCloud()
                    .withCloud()
                    .purchaseOn(today.plusDays(30).toString())
                    .withCloud()
                    .purchaseOn(today.plusDays(60).toString());
            String id = desk.commissioned(order);
            String contact = "{\"name\": \"Bo Admin\", \"email\": \"bo@muster.example\", \"atlassianAccount\": true}";
            String moved = "{\"purchaseOn\": \"" + today.plusDays(40) + "\"}";
            changes(shop, "PUT", id + "/technical-contact", contact);
            changes(shop, "PUT", id + "/purchases/2", moved);
            changes(shop, "DELETE", id + "/purchases/3", "");

            ObjectNode entry = DeskDoor.entry(desk.buys(2, 1000), "existing");
            decides(shop, "PUT", "purchases/" + id + "/1", entry.toString());
            shop.minutesPassUntil(
                    () -> is(shop, id, "parked") && desk.mailsAbout(id).size() == 2);
            decides(shop, "POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"agreed\"}");
            shop.minutesPassUntil(() -> shop.order(id).at("/purchases/0").has("invoice")
                    && shop.mailbox().to(order.customerEmail()).size() >= 5);
            shop.minutePasses();

            assertThat(shop.mailbox().to(order.customerEmail()))
                    .as("confirmation, contact, moved, called off, invoice")
                    .hasSize(5);
            assertThat(shop.mailbox().about(DeskDoor.DESK, id))
                    .as("the task, and that it is parked")
                    .hasSize(2);
            JsonNode purchases = shop.order(id).get("purchases");
            assertThat(purchases.at("/1/purchaseOn").textValue())
                    .isEqualTo(today.plusDays(40).toString());
            assertThat(purchases.at("/2/status").textValue()).isEqualTo("cancelled");
        }
    }

    @Test
    @Tag("S34")
    void a_desk_s_retry_and_a_vendor_s_webhook_count_once(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            shop.vendor().next("{\"do\": \"refuse\", \"reason\": \"credit limit reached\"}");
            shop.vendor().next("{\"do\": \"pending\"}");
            AnOrder order = anOrder().withDataCenter(2);
            String id = shop.places(order);
            shop.awaitParked(id);
            shop.minutesPassUntil(() -> !shop.mailbox().about(DeskDoor.DESK, id).isEmpty());
            decides(shop, "POST", "orders/" + id + "/purchases/1/retry", "");

            String reference = id + "-purchase-1-2";
            shop.minutesPassUntil(() -> shop.vendor().knows(reference));
            shop.vendor().completes(reference, "{\"webhooks\": 0}");
            String event = "{\"id\": \"event-1\", \"reference\": \"" + reference + "\"}";
            assertThat(Repeating.until(shop, "VendorEvents", () -> shop.vendor().webhook(event)))
                    .isEqualTo(200);
            shop.minutesPassUntil(() -> is(shop, id, "done"));
            shop.minutePasses();

            assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
            assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
            assertThat(shop.mailbox().about(DeskDoor.DESK, id)).hasSize(1);
        }
    }

    private static void changes(Shop shop, String method, String path, String body) {
        assertThat(Repeating.until(shop, "OrderChanges", () -> shop.changes(method, path, body)
                        .statusCode()))
                .isEqualTo(200);
    }

    private static void decides(Shop shop, String method, String path, String body) {
        assertThat(Repeating.until(
                        shop, "Desk", () -> shop.desk(method, path, body).statusCode()))
                .isEqualTo(200);
    }

    private static boolean is(Shop shop, String id, String status) {
        return shop.order(id).get("status").textValue().equals(status);
    }
}
