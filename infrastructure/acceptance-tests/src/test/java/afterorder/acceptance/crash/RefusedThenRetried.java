package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The vendor refuses, and the desk has it tried again. */
record RefusedThenRetried() implements Scenario {

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter(2);
    }

    /** Each order meets one refusal, since all of them have met it before the first is retried. */
    @Override
    public void prepare(Shop shop, AnOrder order) {
        shop.vendor().next("{\"do\": \"refuse\", \"reason\": \"credit limit reached\"}");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.pause(Sight::isParked, Duration.ofMinutes(1)),
                Step.call(
                        "retry it",
                        Sight::isParked,
                        (client, sight) -> client.desk("POST", "orders/" + client.id() + "/purchases/1/retry", "")));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced");
    }
}
