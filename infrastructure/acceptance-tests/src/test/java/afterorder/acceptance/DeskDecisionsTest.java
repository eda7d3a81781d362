package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cannot go on is staff's: told once, listed, and decided. */
@InMovingShop
class DeskDecisionsTest {
    @Test
    @Tag("S34")
    void a_refused_purchase_is_told_once_listed_and_retried_under_a_new_reference(Shop shop) {
        shop.vendor().next("{\"do\": \"refuse\", \"reason\": \"credit limit reached\"}");
        AnOrder order = anOrder().withDataCenter(2);
        String id = shop.places(order);
        shop.awaitParked(id);
        shop.minutesPassUntil(() -> !toldOf(shop, id).isEmpty());
        Letter told = toldOf(shop, id).getFirst();
        assertThat(told.subject()).startsWith("Angehalten: Auftrag " + id + ", Kauf 1");
        assertThat(told.text())
                .contains("credit limit reached")
                .contains("dieser Kauf kommt nicht weiter. Bitte entscheiden Sie, wie es weitergeht.")
                .contains("Fortsetzen, wo es stehen geblieben ist", "/desk/orders/" + id + "/purchases/1/retry");

        JsonNode parked = parked(shop, id).orElseThrow();
        assertThat(parked.get("reason").textValue()).contains("credit limit reached");
        assertThat(parked.get("remedies").toString()).contains("retry").contains("call-off");
        assertThat(shop.changes("DELETE", id + "/purchases/1", "").statusCode()).isEqualTo(409);

        assertThat(shop.desk("POST", "orders/" + id + "/purchases/1/retry", "").statusCode())
                .isLessThan(300);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.vendor().purchasesOf(id).getFirst().get("reference").textValue())
                .isEqualTo(id + "-purchase-1-2");
        assertThat(parked(shop, id)).isEmpty();
        assertThat(toldOf(shop, id)).hasSize(1);
    }

    @InBothLanguages
    @Tag("S45")
    void of_a_partly_sold_purchase_the_part_is_billed_and_the_rest_called_off(Language language, Shop shop) {
        shop.vendor().next("{\"do\": \"partial\", \"lines\": {\"1\": 1}}");
        AnOrder order = anOrder().in(language).withDataCenter(3);
        String id = shop.places(order);
        JsonNode parked = shop.awaitParked(id);
        assertThat(parked.at("/purchases/0/parked/details").toString()).contains("line 1: ordered 3, sold 1");

        HttpResponse<String> accepted =
                shop.desk("POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"the customer agreed\"}");
        assertThat(accepted.statusCode()).as(accepted.body()).isLessThan(300);
        shop.minutesPassUntil(
                () -> shop.order(id).at("/purchases/0/status").textValue().equals("invoiced"));
        assertThat(shop.order(id).at("/purchases/0/invoice/total").textValue()).isEqualTo("1190.00");
        assertThat(shop.order(id).at("/purchases/1/parked/reason").textValue()).contains("purchase-1");

        assertThat(shop.desk("DELETE", "orders/" + id + "/purchases/2", "").statusCode())
                .isLessThan(300);
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("done");
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == 3);
        Letter told = shop.mailbox().to(order.customerEmail()).getLast();
        assertThat(told.subject())
                .startsWith(language.says("Kauf abbestellt – Auftrag ", "Purchase called off – order ") + id);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
    }

    @Test
    @Tag("S45")
    void the_rest_of_a_partly_sold_purchase_can_be_bought_later(Shop shop) {
        shop.vendor().next("{\"do\": \"partial\", \"lines\": {\"1\": 2}}");
        String id = shop.places(anOrder().withDataCenter(3));
        shop.awaitParked(id);
        shop.desk("POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"agreed\"}");
        shop.desk("POST", "orders/" + id + "/purchases/2/retry", "");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.order(id).at("/purchases/0/invoice/total").textValue()).isEqualTo("2380.00");
        assertThat(shop.order(id).at("/purchases/1/invoice/total").textValue()).isEqualTo("1190.00");
        assertThat(shop.vendor().keysOf(id)).hasSize(3);
    }

    @Test
    @Tag("S45")
    void another_tier_than_ordered_is_billed_only_when_staff_accepts_it(Shop shop) {
        shop.vendor().next("{\"do\": \"deviate\", \"line\": 1, \"users\": 1000}");
        AnOrder order = anOrder().withDataCenter(1);
        String id = shop.places(order);
        JsonNode parked = shop.awaitParked(id);
        assertThat(parked.at("/purchases/0/parked/details").toString())
                .contains("ordered for 500 users, sold for 1000");
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(1);
        shop.desk("POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"free upgrade\"}");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.order(id).get("history").toString()).contains("free upgrade");
    }

    @Test
    @Tag("S3")
    @Tag("S34")
    void nothing_is_bought_before_a_refused_confirmation_went_to_a_corrected_address(Shop shop) {
        AnOrder order = anOrder().withCloud();
        shop.faults().refusesMailOf("OrderConfirmation");
        String id = shop.places(order);
        shop.awaitParked(id);
        assertThat(shop.vendor().purchasesOf(id)).isEmpty();
        shop.minutesPassUntil(() -> !toldOf(shop, id).isEmpty());

        String right = "right-" + order.customerEmail();
        String correction = "{\"instead\": \"%s\", \"use\": \"%s\"}".formatted(order.customerEmail(), right);
        HttpResponse<String> corrected = shop.desk("PUT", "orders/" + id + "/mail-address", correction);
        assertThat(corrected.statusCode()).as(corrected.body()).isLessThan(300);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.mailbox().to(right)).hasSize(2);
    }

    @Test
    @Tag("S3")
    @Tag("S44")
    void an_invoice_whose_mail_was_refused_goes_to_the_corrected_address_and_out_at_a_retry(Shop shop) {
        AnOrder order = anOrder().withDataCenter(1);
        shop.faults().refusesMailOf("Invoicing");
        String id = shop.places(order);
        assertThat(shop.awaitParked(id).at("/purchases/0/status").textValue()).isEqualTo("purchased");
        assertThat(parked(shop, id).orElseThrow().get("remedies").toString())
                .contains("retry")
                .contains("mail-address")
                .doesNotContain("call-off");

        shop.faults().refusesMailOf("Invoicing");
        String right = "right-" + order.customerEmail();
        String correction = "{\"instead\": \"%s\", \"use\": \"%s\"}".formatted(order.customerEmail(), right);
        assertThat(shop.desk("PUT", "orders/" + id + "/mail-address", correction)
                        .statusCode())
                .isEqualTo(200);
        assertThat(parked(shop, id)).isEmpty();
        shop.minutesPassUntil(() -> parked(shop, id).isPresent());

        String retry = "orders/" + id + "/purchases/1/retry";
        assertThat(shop.desk("POST", retry, "").statusCode()).isEqualTo(200);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.desk("POST", retry, "").statusCode()).isEqualTo(200);
        String invoice = shop.order(id).at("/purchases/0/invoice/number").textValue();
        assertThat(shop.mailbox().to(right)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(invoice));
        assertThat(shop.mailbox().to(order.customerEmail()))
                .as("the confirmation")
                .hasSize(1);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
    }

    private static Optional<JsonNode> parked(Shop shop, String id) {
        HttpResponse<String> answer = shop.desk("GET", "parked", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode all = Api.json(answer.body());
        JsonNode list = all.isArray() ? all : all.get("parked");
        return StreamSupport.stream(list.spliterator(), false)
                .filter(row -> row.get("orderId").textValue().equals(id))
                .findFirst();
    }

    private static List<Letter> toldOf(Shop shop, String id) {
        return shop.mailbox().about(DeskDoor.DESK, id);
    }
}
