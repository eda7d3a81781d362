package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.time.LocalDate;
import java.util.List;

/** The vendor takes its time, and tells by an event, twice, that it has sold. */
record SoldLater() implements Scenario {

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter(2);
    }

    @Override
    public void prepare(Shop shop, AnOrder order) {
        shop.vendor().next("{\"do\": \"pending\"}");
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.call(
                "sell it",
                sight -> !sight.at("purchase-1", "/progress/deadlines/NEXT_ATTEMPT")
                        .isEmpty(),
                (client, sight) -> client.shop()
                        .api()
                        .postTo(
                                "/_local/vendor/orders/" + client.id() + "-purchase-1-1/complete",
                                "{\"webhooks\": 2}")));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced");
    }
}
