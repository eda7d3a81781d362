package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.TeamDoor;
import java.time.LocalDate;
import java.util.List;

/** Licenses with keys, a site and a service; the service is given up as agreed with the customer. */
record MixedOrder() implements Scenario {

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter(2).withCloud().withService().with(root -> root.put("commissioned", true));
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.call(
                "give the services up",
                sight -> !sight.mailsTo(TeamDoor.TEAM).isEmpty(),
                (client, sight) -> client.team("DELETE", "", "{\"reason\": \"agreed by phone\"}")));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced")
                && sight.status("service-1").equals("cancelled");
    }
}
