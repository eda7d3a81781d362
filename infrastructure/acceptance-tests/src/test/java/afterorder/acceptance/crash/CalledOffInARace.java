package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Of two purchases, one is called off in time, and the other while it may be under way: who is first wins. */
record CalledOffInARace() implements Scenario {
    private static final Set<Integer> DONE_OR_TOO_LATE = Set.of(200, 409);

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder()
                .withDataCenter()
                .withCloud()
                .purchaseOn(today.plusDays(30).toString());
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step.Call(
                        "call the first off",
                        sight -> true,
                        DONE_OR_TOO_LATE,
                        (client, sight) -> client.changes("DELETE", "/purchases/1", "")),
                Step.call(
                        "call the second off",
                        Sight::isConfirmed,
                        (client, sight) -> client.changes("DELETE", "/purchases/2", "")));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return Set.of("invoiced", "cancelled").contains(sight.status("purchase-1"))
                && sight.status("purchase-2").equals("cancelled");
    }

    @Override
    public boolean goesOneWay() {
        return false;
    }
}
