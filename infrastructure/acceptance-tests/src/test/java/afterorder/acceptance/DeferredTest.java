package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Licenses that are wanted later are bought later, in a shop whose clock moves. */
@InMovingShop
class DeferredTest {
    private static final ZoneId SELLER = ZoneId.of("Europe/Berlin");

    @Test
    @Tag("S35")
    @Tag("S45")
    void a_deferred_license_is_bought_and_invoiced_on_its_day_at_eight(Shop shop) {
        LocalDate day = LocalDate.ofInstant(shop.clock().now(), SELLER).plusDays(30);
        AnOrder order = anOrder().withDataCenter().withCloud().purchaseOn(day.toString());
        String id = shop.places(order);
        JsonNode first = shop.await(id, "first purchase invoiced", seen -> seen.at("/purchases/0/status")
                .asText()
                .equals("invoiced"));
        assertThat(first.at("/purchases/1/status").textValue()).isEqualTo("scheduled");
        assertThat(first.at("/purchases/0/invoice/total").textValue()).isEqualTo("49980.00");

        movesTo(shop, day, LocalTime.of(7, 58));
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("open");

        movesTo(shop, day, LocalTime.of(8, 1));
        JsonNode done = shop.awaitDone(id);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(2);
        assertThat(done.at("/purchases/1/invoice/issuedOn").textValue()).isEqualTo(day.toString());
        assertThat(done.at("/purchases/1/invoice/total").textValue()).isEqualTo("13566.00");
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(3);
    }

    @Test
    @Tag("S3")
    void an_order_whose_message_got_lost_is_confirmed_all_the_same(Shop shop) {
        long lost = shop.faults().losesMessageTo("accepted");
        AnOrder order = anOrder().withDataCenter();
        assertThat(shop.api().post(order.json(), order.customerEmail()).statusCode())
                .isEqualTo(500);
        assertThat(shop.faults().strikesOf(lost)).isPositive();

        shop.clock().advances("PT3M");
        assertThat(shop.mailbox().awaitsTo(order.customerEmail(), 2)).hasSize(2);
    }

    private static void movesTo(Shop shop, LocalDate day, LocalTime time) {
        shop.clock().movesTo(day.atTime(time).atZone(SELLER).toInstant().toString());
    }
}
