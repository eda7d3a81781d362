package afterorder.acceptance;

import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Lets time pass until an order is done: what died is found by deadlines, not at once. */
final class Driving {
    private static final Duration UNDISTURBED = Duration.ofSeconds(30);
    private static final Duration A_ROUND = Duration.ofMillis(1500);
    private static final int MOST_ROUNDS = 40;

    private Driving() {}

    /** @param disturbed from then on the clock is moved round by round; before, the order has its time */
    static JsonNode until(Shop shop, String id, BooleanSupplier disturbed) {
        Awaitility.await(id).atMost(UNDISTURBED).until(() -> isDone(shop, id) || disturbed.getAsBoolean());
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            try {
                Awaitility.await()
                        .atMost(A_ROUND)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> isDone(shop, id));
                return shop.order(id);
            } catch (ConditionTimeoutException notYet) {
                shop.clock().advances("PT3M");
            }
        }
        throw new AssertionError("not done: " + shop.order(id));
    }

    private static boolean isDone(Shop shop, String id) {
        return shop.order(id).get("status").textValue().equals("done");
    }
}
