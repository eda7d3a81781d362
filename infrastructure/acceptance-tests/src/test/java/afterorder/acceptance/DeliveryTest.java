package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queues deliver at least once and in any order, schedules run at least once: an order comes about once all the same. */
class DeliveryTest {

    private static final List<String> RULES = List.of(
            "\"do\": \"deliver-twice\", \"times\": 8",
            "\"do\": \"out-of-order\", \"times\": 8, \"seconds\": 1",
            "\"do\": \"run-twice\", \"times\": 8",
            "\"do\": \"deliver-late-twice\", \"times\": 1, \"by\": \"PT15M\"");

    @Test
    @Tag("S3")
    @Tag("S34")
    @Tag("S44")
    void an_order_comes_about_once_however_often_and_late_it_is_handed_on(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            RULES.forEach(rule -> comesAboutOnce(shop, rule));
        }
    }

    private static void comesAboutOnce(Shop shop, String what) {
        long rule = shop.faults().strike("{\"service\": \"lambda\", " + what + "}");
        AnOrder order = anOrder().withDataCenter().withCloud();
        String id = shop.places(order);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        shop.minutesPass(1);
        shop.faults().spareAll();

        assertThat(shop.faults().strikesOf(rule)).as(what).isPositive();
        assertThat(shop.vendor().purchasesOf(id)).as(what).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail()))
                .as("confirmation, invoice with delivery note; " + what)
                .hasSize(2);
    }
}
