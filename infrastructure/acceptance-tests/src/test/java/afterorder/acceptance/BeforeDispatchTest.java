package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is changed while the confirmation is not out yet, or just being sent. */
@InMovingShop
class BeforeDispatchTest {

    @InBothLanguages
    @Tag("S3")
    @Tag("S35")
    void an_order_called_off_before_its_dispatch_is_confirmed_all_the_same_and_cancelled(Language language, Shop shop) {
        shop.faults().losesMessageTo("accepted");
        AnOrder order = anOrder().in(language).withCloud();
        String key = order.customerEmail();
        assertThat(shop.api().post(order.json(), key).statusCode()).isEqualTo(500);
        String id =
                Api.json(shop.api().post(order.json(), key).body()).get("id").textValue();
        assertThat(shop.changes("DELETE", id + "/purchases/1", "").statusCode()).isEqualTo(200);

        shop.clock().advances("PT3M");
        shop.awaitConfirmed(id);
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == 2);
        Letter confirmation = mail(shop, order, language.says("Auftragsbestätigung", "Order confirmation"));
        assertThat(Pdf.behind(confirmation.links().getFirst(), shop.api()).text())
                .containsIgnoringWhitespaces(language.says(
                        "von Ihnen abbestellt; wird nicht beschafft und nicht berechnet",
                        "called off by you; will not be purchased and not be invoiced"));
        assertThat(mail(shop, order, language.says("Kauf abbestellt", "Purchase called off"))
                        .text())
                .contains(id);
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("cancelled");
        assertThat(shop.vendor().purchasesOf(id)).isEmpty();
    }

    @Test
    @Tag("S4")
    @Tag("S35")
    void what_is_changed_while_the_confirmation_is_sent_is_to_be_tried_again(Shop shop) {
        long held = shop.faults().holdsMailOf("OrderConfirmation");
        AnOrder order = anOrder()
                .withCloud()
                .purchaseOn(
                        shop.clock().now().plus(Duration.ofDays(9)).toString().substring(0, 10));
        String id = shop.places(order);
        shop.faults().awaitsStrikeOf(held);
        HttpResponse<String> refused = shop.changes("DELETE", id + "/purchases/1", "");
        shop.faults().spare(held);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();

        shop.awaitConfirmed(id);
        assertThat(shop.changes("DELETE", id + "/purchases/1", "").statusCode()).isEqualTo(200);
        JsonNode cancelled = shop.order(id);
        assertThat(cancelled.get("status").textValue()).isEqualTo("cancelled");
    }

    private static Letter mail(Shop shop, AnOrder order, String subject) {
        return shop.mailbox().to(order.customerEmail()).stream()
                .filter(letter -> letter.subject().startsWith(subject))
                .findFirst()
                .orElseThrow();
    }
}
