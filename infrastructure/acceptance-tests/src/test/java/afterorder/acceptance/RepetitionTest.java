package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What arrives twice, late, or out of order changes nothing. */
@InOpenShop
class RepetitionTest {

    @Test
    void a_message_that_is_delivered_again_confirms_nothing_again(Shop shop) {
        AnOrder order = anOrder().withDataCenter();
        JsonNode done = shop.completes(order);
        try (AwsDoor aws = new AwsDoor(shop)) {
            aws.send(
                    "AcceptedOrdersQueue",
                    "{\"orderId\": \"%s\"}".formatted(done.get("id").textValue()));
            aws.awaitsEmpty("AcceptedOrdersQueue");
        }
        assertUnchanged(shop, order, done);
    }

    @Test
    void two_messages_at_the_same_time_confirm_once(Shop shop) {
        AnOrder order = anOrder().withDataCenter();
        String id = shop.places(order);
        try (AwsDoor aws = new AwsDoor(shop)) {
            for (int copy = 0; copy < 5; copy++) aws.send("AcceptedOrdersQueue", "{\"orderId\": \"%s\"}".formatted(id));
            JsonNode done = shop.awaitDone(id);
            aws.awaitsEmpty("AcceptedOrdersQueue");
            assertUnchanged(shop, order, done);
        }
    }

    @Test
    void the_same_purchase_started_again_or_by_an_older_attempt_buys_and_bills_nothing(Shop shop) {
        AnOrder order = anOrder().withDataCenter();
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();
        try (AwsDoor aws = new AwsDoor(shop)) {
            assertThat(aws.starts(id + "-purchase-1-1", input(id, 1))).isEqualTo("ExecutionAlreadyExists");
            assertThat(aws.starts(id + "-purchase-1-again", input(id, 1))).isEqualTo("SUCCEEDED");
            assertThat(aws.starts(id + "-purchase-1-old", input(id, 0))).isEqualTo("SUCCEEDED");
        }
        assertUnchanged(shop, order, done);
    }

    @Test
    void an_old_failure_parks_nothing_that_a_newer_attempt_works_on(Shop shop) {
        AnOrder order = anOrder()
                .withDataCenter()
                .purchaseOn(java.time.LocalDate.now().plusDays(60).toString());
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        try (AwsDoor aws = new AwsDoor(shop)) {
            aws.send("LicensePurchasesQueue", """
                    {"orderId": "%s", "part": "purchase-1", "attempt": 7, "failure": {"error": "States.Timeout", "cause": "old"}}""".formatted(id));
            aws.awaitsEmpty("LicensePurchasesQueue");
        }
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("open");
    }

    private static String input(String id, int attempt) {
        return "{\"orderId\": \"%s\", \"part\": \"purchase-1\", \"attempt\": %d}".formatted(id, attempt);
    }

    private static void assertUnchanged(Shop shop, AnOrder order, JsonNode done) {
        String id = done.get("id").textValue();
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .until(() -> shop.order(id).equals(done));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }
}
