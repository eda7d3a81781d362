package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that answers later: by webhook, or when it is asked again. */
@InMovingShop
class WebhookTest {
    private static final String DOWN = "{\"do\": \"error\", \"status\": 503, \"times\": 4, \"call\": \"read\"}";

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Tag("S34")
    void the_vendor_s_webhook_leads_on_a_purchase_that_waits_however_often_it_comes(int times, Shop shop) {
        shop.vendor().next("{\"do\": \"pending\"}");
        AnOrder order = anOrder().withCloud();
        String id = pending(shop, order);
        shop.vendor().completes(id + "-purchase-1-1", "{\"webhooks\": " + times + "}");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-first", "webhook-instead"})
    @Tag("S34")
    void a_webhook_before_or_instead_of_the_call_s_answer_leads_on(String instruction, Shop shop) {
        shop.vendor().next("{\"do\": \"" + instruction + "\"}");
        AnOrder order = anOrder().withCloud();
        String id = shop.places(order);
        shop.await(id, "begun", seen -> !seen.at("/purchases/0/status").asText().equals("scheduled"));
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
    }

    @Test
    @Tag("S34")
    void a_pending_order_is_asked_for_when_no_webhook_comes(Shop shop) {
        shop.vendor().next("{\"do\": \"pending\"}");
        String id = pending(shop, anOrder().withCloud());
        shop.vendor().completes(id + "-purchase-1-1", "{\"webhooks\": 0}");
        shop.clock().advances("PT16M");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
    }

    @Test
    @Tag("S46")
    void an_order_that_stays_pending_for_a_day_is_told_to_staff_once_and_its_late_sale_still_counts(Shop shop) {
        shop.vendor().next("{\"do\": \"pending\"}");
        String id = pending(shop, anOrder().withCloud());
        shop.clock().advances("P1D");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("parked"));
        assertThat(shop.order(id).at("/purchases/0/parked/reason").textValue()).contains("for a day");
        shop.minutesPassUntil(() -> !toldOf(shop, id).isEmpty());
        long invocations = shop.invocationsOf("LicensePurchase");
        shop.clock().advances("PT1H");
        Awaitility.await().until(() -> shop.invocationsOf("LicensePurchase") > invocations);
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("parked");

        shop.vendor().completes(id + "-purchase-1-1", "{\"webhooks\": 0}");
        shop.clock().advances("PT1H");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(toldOf(shop, id)).hasSize(1);
    }

    @Test
    @Tag("S34")
    void a_forged_or_old_webhook_is_refused_and_one_about_nothing_has_no_effect(Shop shop) {
        shop.vendor().next("{\"do\": \"pending\"}");
        String id = pending(shop, anOrder().withCloud());
        String reference = "\"reference\": \"" + id + "-purchase-1-1\"";
        JsonNode before = shop.order(id);
        assertThat(shop.vendor().webhook("{" + reference + ", \"forged\": true}"))
                .isEqualTo(401);
        assertThat(shop.vendor().webhook("{" + reference + ", \"secondsAgo\": 301}"))
                .isEqualTo(401);
        assertThat(shop.order(id)).isEqualTo(before);
        assertThat(shop.vendor().webhook("{\"reference\": \"0000000000000-purchase-1-1\"}"))
                .isEqualTo(200);
        shop.vendor().completes(id + "-purchase-1-1", "{}");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
    }

    @Test
    @Tag("S34")
    void a_vendor_silent_for_a_day_is_staff_s_case_and_its_late_webhook_still_counts(Shop shop) {
        shop.vendor().next("{\"do\": \"lose-answer\"}");
        shop.vendor().next(DOWN);
        AnOrder order = anOrder().withCloud();
        String id = shop.places(order);
        shop.await(id, "asked", seen -> seen.at("/purchases/0/status").asText().equals("purchasing"));
        while (!shop.order(id).get("status").textValue().equals("parked")) {
            shop.awaitRest();
            long invocations = shop.invocationsOf("LicensePurchase");
            shop.vendor().next(DOWN);
            shop.clock().advances("PT210M");
            shop.minutesPassUntil(() -> shop.invocationsOf("LicensePurchase") > invocations);
        }
        assertThat(shop.order(id).at("/purchases/0/parked/reason").textValue()).contains("for a day");
        shop.vendor().recovers(id + "-purchase-1-1");
        assertThat(shop.vendor().webhook("{\"reference\": \"" + id + "-purchase-1-1\"}"))
                .isEqualTo(200);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
    }

    private static List<Letter> toldOf(Shop shop, String id) {
        return shop.mailbox().to("desk@reseller.example").stream()
                .filter(letter -> letter.subject().contains(id))
                .toList();
    }

    private static String pending(Shop shop, AnOrder order) {
        String id = shop.places(order);
        shop.await(id, "asked", seen -> seen.at("/purchases/0/status").asText().equals("purchasing"));
        Awaitility.await().until(() -> shop.vendor().knows(id + "-purchase-1-1"));
        shop.awaitRest();
        return id;
    }
}
