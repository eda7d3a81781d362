package afterorder.acceptance;

import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Lets time pass until an order is done: what died is found by deadlines, not at once. */
final class Driving {
    private static final int MOST_ROUNDS = 15;

    private Driving() {}

    static JsonNode until(Shop shop, String id) {
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(round == 1 ? 6 : 3))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> shop.order(id).get("status").textValue().equals("done"));
                return shop.order(id);
            } catch (ConditionTimeoutException notYet) {
                shop.clock().advances("PT3M");
            }
        }
        throw new AssertionError("not done: " + shop.order(id));
    }
}
