package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

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
}
