package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.DeskDoor;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A person buys in the vendor's portal and enters what was bought; it is read back. */
record DeskPurchase() implements Scenario {
    private static final int USERS = 500;

    @Override
    public Map<String, String> parameters() {
        return DeskDoor.BUYS;
    }

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter(2).withCloud();
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.call(
                "enter what was bought", sight -> !sight.mailsTo(DeskDoor.DESK).isEmpty(), (client, sight) -> {
                    JsonNode bought = client.once("bought", () -> new DeskDoor(client.shop()).buys(2, USERS));
                    String entry = DeskDoor.entry(bought, "existing").toString();
                    return client.desk("PUT", "purchases/" + client.id() + "/1", entry);
                }));
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("purchase-1").equals("invoiced");
    }
}
