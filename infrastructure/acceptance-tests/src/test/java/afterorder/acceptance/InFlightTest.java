package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The moment between the beginning of a purchase and the vendor's answer: never two purchases, never a lost one. */
@InMovingShop
class InFlightTest {
    private static final String CONTACT = """
            {"name": "Grace Hopper", "email": "grace@muster.example", "atlassianAccount": true}""";

    @Test
    @Tag("S34")
    @Tag("S35")
    void nothing_changes_a_purchase_that_the_vendor_is_asked_for(Shop shop) {
        shop.vendor().next("{\"do\": \"delay\", \"seconds\": 4}");
        AnOrder order = anOrder().withCloud();
        String key = order.customerEmail();
        shop.api().post(order.json(), key);
        String id = afterorder.acceptance.shop.Api.json(
                        shop.api().post(order.json(), key).body())
                .get("id")
                .textValue();
        shop.await(id, "begun", seen -> seen.at("/purchases/0/status").asText().equals("purchasing"));

        assertRefused(shop.changes("DELETE", id + "/purchases/1", ""));
        assertRefused(shop.changes("PUT", id + "/purchases/1", "{\"purchaseOn\": \"now\"}"));
        assertRefused(shop.changes("PUT", id + "/technical-contact", CONTACT));
        assertThat(shop.api().post(order.json(), key).headers().firstValue("idempotent-replayed"))
                .hasValue("true");

        JsonNode done = shop.awaitDone(id);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(done.at("/purchases/0/technicalContact/email").textValue()).isEqualTo(order.contactEmail());
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    @Test
    @Tag("S34")
    void a_purchase_that_is_retried_while_its_first_attempt_still_asks_is_made_once(Shop shop) {
        shop.vendor().next("{\"do\": \"delay\", \"seconds\": 5}");
        AnOrder order = anOrder().withCloud();
        String id = shop.places(order);
        shop.await(id, "begun", seen -> seen.at("/purchases/0/status").asText().equals("purchasing"));
        Awaitility.await().until(() -> shop.callsFor(id) > 0);
        shop.clock().advances("PT3M");
        shop.clock().advances("PT3M");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("purchasing");
    }
}
