package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import java.time.LocalDate;

/** Fifty lines, bought at once. */
record FiftyLines() implements Scenario {
    private static final int LINES = 50;

    @Override
    public AnOrder order(LocalDate today) {
        AnOrder order = anOrder();
        for (int line = 0; line < LINES; line++) order.withDataCenter(1);
        return order;
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced");
    }
}
