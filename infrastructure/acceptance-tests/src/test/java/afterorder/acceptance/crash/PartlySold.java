package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The vendor sells one license of three; the desk accepts that, so it is billed, and has the others bought then. */
record PartlySold() implements Scenario {

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter(3);
    }

    /** Each order meets it once, since all of them have met it before anything else of one is bought. */
    @Override
    public void prepare(Shop shop, AnOrder order) {
        shop.vendor().next("{\"do\": \"partial\", \"lines\": {\"1\": 1}}");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.pause(Sight::isParked, Duration.ofMinutes(1)),
                Step.call(
                        "accept what was sold",
                        Sight::isParked,
                        (client, sight) -> client.desk(
                                "POST",
                                "orders/" + client.id() + "/purchases/1/acceptance",
                                "{\"reason\": \"the customer agreed\"}")),
                Step.call(
                        "buy the rest",
                        sight -> sight.rows().containsKey("purchase-2") && sight.isParked(),
                        (client, sight) -> client.desk("POST", "orders/" + client.id() + "/purchases/2/retry", "")));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced")
                && sight.status("purchase-2").equals("invoiced");
    }
}
