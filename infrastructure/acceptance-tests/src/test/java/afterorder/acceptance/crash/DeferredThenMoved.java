package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A license that is wanted later, for another technical contact, then sooner than that; one beside it is called off. */
record DeferredThenMoved() implements Scenario {
    private static final int WANTED_IN_DAYS = 30;
    private static final int MOVED_TO_DAYS = 10;

    /** Purchases are made in the morning, and it may be just after midnight. */
    private static final Duration UNTIL_BOUGHT = Duration.ofDays(MOVED_TO_DAYS + 1);

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder()
                .withCloud()
                .purchaseOn(today.plusDays(WANTED_IN_DAYS).toString())
                .withCloud()
                .purchaseOn(today.plusDays(WANTED_IN_DAYS + 1).toString());
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.call("name another contact", Sight::isConfirmed, (client, sight) -> client.namesAnotherContact()),
                Step.call(
                        "move it",
                        Sight::isConfirmed,
                        (client, sight) -> client.changes(
                                "PUT", "/purchases/1", "{\"purchaseOn\": \"" + client.inDays(MOVED_TO_DAYS) + "\"}")),
                Step.call(
                        "call the other off",
                        Sight::isConfirmed,
                        (client, sight) -> client.changes("DELETE", "/purchases/2", "")),
                Step.pause(sight -> sight.mails().size() >= 4, UNTIL_BOUGHT));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced")
                && sight.status("purchase-2").equals("cancelled");
    }
}
