package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.TeamDoor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders as large as they are taken. */
class LargeOrderTest {
    private static final int LINES = 10_000;

    /** More than 32 KB: they stand in an object of their own. */
    private static final int LINES_BESIDE_THE_ROW = 400;

    private static final String GONE = "gone@muster.example";

    private static final String CUSTOMER = "C-LARGE";

    @Test
    @Tag("S44")
    @Tag("S48")
    void ten_thousand_license_lines_are_confirmed_bought_and_invoiced(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder order = anOrder();
            for (int line = 0; line < LINES; line++) order.withDataCenter(1);
            String id = shop.places(order);
            shop.clock().advances("PT1M");
            shop.awaitConfirmed(id);
            JsonNode done = shop.awaitDone(id);
            assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("11900000.00");
            assertThat(shop.vendor().keysOf(id)).hasSize(LINES);
        }
    }

    /** What reads the lines must find them, and have the right to. */
    @Test
    @Tag("S26")
    @Tag("S35")
    @Tag("S45")
    void lines_that_stand_beside_the_row_are_confirmed_changed_delivered_corrected_and_exported_as_any(
            @TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder order = anOrder().with(root -> ((ObjectNode) root.get("customer")).put("number", CUSTOMER));
            for (int line = 0; line < LINES_BESIDE_THE_ROW; line++) order.withDataCenter(1);
            String today = shop.clock().now().toString().substring(0, 10);
            order.withCloud().purchaseOn(LocalDate.parse(today).plusDays(60).toString());
            order.withService();
            order.with(root ->
                    root.putObject("confirmation").putObject("addressee").put("email", GONE));
            shop.mailbox().becomes(GONE, "bounce");
            String id = shop.places(order);
            shop.minutesPassUntil(
                    () -> !shop.mailbox().about(order.customerEmail(), id).isEmpty());

            assertThat(shop.changes("PUT", id + "/purchases/2", "{\"purchaseOn\": \"now\"}")
                            .statusCode())
                    .isEqualTo(200);
            shop.minutesPassUntil(() -> shop.order(id).at("/purchases/1").has("invoice"));
            assertThat(shop.changes(
                                    "PUT",
                                    id + "/commissioning",
                                    "{\"by\": \"Erika Muster\", \"on\": \"%s\"}".formatted(today))
                            .statusCode())
                    .isEqualTo(200);
            TeamDoor team = new TeamDoor(shop, id);
            team.awaits(TeamDoor.TEAM, "");
            team.contacts(TeamDoor.CLARA);
            team.worked(TeamDoor.CLARA);
            team.does("POST", "closing", "");
            shop.minutesPassUntil(() -> shop.order(id).at("/services/0").has("record"));

            String invoice = shop.order(id).at("/purchases/0/invoice/number").textValue();
            String correction = "{\"reason\": \"ordered twice\", \"lines\": [1]}";
            assertThat(shop.desk("POST", "invoices/" + invoice + "/cancellation", correction, id)
                            .statusCode())
                    .isEqualTo(202);
            shop.minutesPassUntil(
                    () -> shop.order(id).at("/corrections/0/status").asText().equals("sent"));
            assertThat(shop.desk("POST", "orders/" + id + "/links", "{\"document\": \"%s\"}".formatted(invoice))
                            .statusCode())
                    .isLessThan(300);
            assertThat(shop.desk("POST", "customers/" + CUSTOMER + "/export", "")
                            .statusCode())
                    .isEqualTo(202);
            shop.minutesPassUntil(
                    () -> !shop.mailbox().about(DeskDoor.DESK, CUSTOMER).isEmpty());
        }
    }
}
