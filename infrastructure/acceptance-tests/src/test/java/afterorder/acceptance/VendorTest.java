package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the vendor does, it sells once. */
@InOpenShop
class VendorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"do\": \"delay\", \"seconds\": 3}",
                "{\"do\": \"delay\", \"seconds\": 11}",
                "{\"do\": \"error\", \"status\": 500, \"times\": 2}",
                "{\"do\": \"lose-answer\"}"
            })
    @Tag("S34")
    void sells_once_when_it_is_late_or_fails_or_loses_its_answer(String instruction, Shop shop) {
        shop.vendor().next(instruction);
        AnOrder order = anOrder().withDataCenter();
        JsonNode done = shop.completes(order);
        assertThat(shop.vendor().purchasesOf(done.get("id").textValue())).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    @Test
    @Tag("S34")
    void refuses_and_the_purchase_is_parked_with_the_reason_beside_its_status(Shop shop) {
        shop.vendor().next("{\"do\": \"refuse\", \"reason\": \"credit limit reached\"}");
        AnOrder order = anOrder().withDataCenter();
        JsonNode parked = shop.awaitParked(shop.places(order));

        assertThat(parked.at("/purchases/0/status").textValue()).isEqualTo("purchasing");
        assertThat(parked.at("/purchases/0/parked/reason").textValue()).contains("credit limit reached");
        assertThat(shop.vendor().purchasesOf(parked.get("id").textValue())).isEmpty();
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(1);
        try (AwsDoor aws = new AwsDoor(shop)) {
            aws.awaitsEnd(parked.get("id").textValue());
        }
    }
}
