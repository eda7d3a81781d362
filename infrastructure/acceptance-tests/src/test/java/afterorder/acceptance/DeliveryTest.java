package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues deliver at least once and in any order, schedules run at least once: an order comes about once all the same. */
class DeliveryTest {

    @ParameterizedTest
    @Tag("S3")
    @Tag("S34")
    @Tag("S44")
    @ValueSource(
            strings = {
                "\"do\": \"deliver-twice\", \"times\": 20",
                "\"do\": \"deliver-late-twice\", \"times\": 1, \"by\": \"PT15M\"",
                "\"do\": \"out-of-order\", \"times\": 20, \"seconds\": 2",
                "\"do\": \"run-twice\", \"times\": 20"
            })
    void an_order_comes_about_once_however_often_and_late_it_is_handed_on(String what, @TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            long rule = shop.faults().strike("{\"service\": \"lambda\", " + what + "}");
            AnOrder order = anOrder().withDataCenter().withCloud();
            String id = shop.places(order);
            shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
            shop.minutesPass(1);

            assertThat(shop.faults().strikesOf(rule)).isPositive();
            assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
            assertThat(shop.mailbox().to(order.customerEmail()))
                    .as("confirmation, invoice with delivery note")
                    .hasSize(2);
        }
    }
}
