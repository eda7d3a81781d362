package afterorder.acceptance;

import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Lets time pass until an order is done: what died is found by deadlines, not at once. */
final class Driving {
    private static final Duration UNDISTURBED = Duration.ofSeconds(30);

    private Driving() {}

    /** @param disturbed from then on minutes pass; before, the order has its time */
    static JsonNode until(Shop shop, String id, BooleanSupplier disturbed) {
        Awaitility.await(id).atMost(UNDISTURBED).until(() -> isDone(shop, id) || disturbed.getAsBoolean());
        shop.minutesPassUntil(() -> isDone(shop, id));
        return shop.order(id);
    }

    private static boolean isDone(Shop shop, String id) {
        return shop.order(id).get("status").textValue().equals("done");
    }
}
