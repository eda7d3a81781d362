package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The sandbox marketplace: what it sold, and what it shall do next. */
public final class VendorDoor {
    private final Api api;

    VendorDoor(Api api) {
        this.api = api;
    }

    /** The purchases made for that order. */
    public List<JsonNode> purchasesOf(String orderId) {
        List<JsonNode> purchases = new ArrayList<>();
        for (JsonNode purchase : Api.json(api.get("/_local/vendor").body()).get("purchases")) {
            if (purchase.get("reference").textValue().startsWith(orderId)) purchases.add(purchase);
        }
        return purchases;
    }

    /** Everything that was sold under a reference of ours. */
    public List<JsonNode> purchases() {
        return purchasesOf("");
    }

    /** The keys of the licenses sold for that order. */
    public List<String> keysOf(String orderId) {
        List<String> keys = new ArrayList<>();
        for (JsonNode purchase : purchasesOf(orderId)) {
            purchase.get("items").forEach(item -> {
                if (item.hasNonNull("key")) keys.add(item.get("key").textValue());
            });
        }
        return keys;
    }

    /** @param instruction such as {@code {"do":"refuse","reason":"..."}} */
    public void next(String instruction) {
        var answer = api.postTo("/_local/vendor/next", instruction);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    public void account(String email, String account) {
        var answer = api.put("/_local/vendor/contacts/" + email, "{\"account\": \"" + account + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /** Ends a pending order. @param how such as {@code {"refuse":"...","webhooks":2}} */
    public void completes(String reference, String how) {
        var answer = api.postTo("/_local/vendor/orders/" + reference + "/complete", how);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /** Sends a webhook, perhaps a wrong one. @return the status that it was answered with */
    public int webhook(String what) {
        var answer = api.postTo("/_local/vendor/webhooks", what);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Api.json(answer.body()).get("status").intValue();
    }

    /** Plays the person who buys in the vendor's portal. @return the order's number, and its licenses with their keys */
    public JsonNode buysInPortal(String order) {
        var answer = api.postTo("/_local/vendor/portal/orders", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer.body());
    }

    /** Whether an order was placed under that reference, whatever became of it. */
    public boolean knows(String reference) {
        for (JsonNode order : Api.json(api.get("/_local/vendor").body()).get("orders")) {
            if (order.get("reference").textValue().equals(reference)) return true;
        }
        return false;
    }

    /** Waits until what it was told to fail at is used up, and it tells of that sold order again. */
    public void recovers(String reference) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> api.call("GET", "/_local/vendor/api/orders/" + reference, "", "sandbox")
                                .statusCode()
                        == 200);
    }
}
