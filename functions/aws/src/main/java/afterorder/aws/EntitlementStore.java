package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;

/** What was bought, with its keys, in the bucket of keys: the one place besides the delivery note where a key may stand. */
public final class EntitlementStore {
    private final ObjectStore keys;

    public EntitlementStore(ObjectStore keys) {
        this.keys = keys;
    }

    /** @return where it stands, for the row */
    public String keep(PurchaseRow purchase, List<Entitlement> entitlements) {
        String key = purchase.orderId() + "/" + purchase.vendorReference() + ".json";
        try {
            keys.keep(key, Json.MAPPER.writeValueAsBytes(entitlements), "application/json");
            return key;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("entitlements cannot be written as JSON", impossible);
        }
    }

    public List<Entitlement> read(String key) {
        try {
            return Json.MAPPER.readValue(keys.read(key), new TypeReference<List<Entitlement>>() {});
        } catch (IOException broken) {
            // Without the cause, whose message may quote a key.
            throw new IllegalStateException("the entitlements " + key + " cannot be read");
        }
    }
}
