package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The technical contact has no account yet, is reminded after three days, and verifies it then. */
record VerificationPending() implements Scenario {
    private static final Duration UNTIL_REMINDED = Duration.ofDays(3);
    private static final Duration UNTIL_LOOKED_AGAIN = Duration.ofDays(4);

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withCloud();
    }

    @Override
    public void prepare(Shop shop, AnOrder order) {
        shop.vendor().account(order.contactEmail(), "none");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.pause(
                        sight -> sight.status("purchase-1").equals("invoiced") && sight.hasMail("bestätigen"),
                        UNTIL_REMINDED),
                Step.call("verify the account", sight -> sight.hasMail("Erinnerung"), (client, sight) -> {
                    client.shop().vendor().account(client.order().contactEmail(), "verified");
                    return client.shop().api().get("/_local/vendor");
                }),
                Step.pause(sight -> true, UNTIL_LOOKED_AGAIN));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.at("purchase-1", "/sale/account/status").equals("verified");
    }
}
