package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import java.time.LocalDate;

/** One license, bought at once. */
record SmallOrder() implements Scenario {

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter();
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced");
    }
}
