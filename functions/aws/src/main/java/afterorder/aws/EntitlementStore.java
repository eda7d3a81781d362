package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.Sha256;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was bought, with its keys, in the bucket of keys: the one place besides the delivery note where a key may stand. */
public final class EntitlementStore {
    private final ObjectStore keys;

    public EntitlementStore(ObjectStore keys) {
        this.keys = keys;
    }

    /**
     * Stores one batch; the same again changes nothing.
     *
     * @return where it stands, for the row
     */
    public String keep(PurchaseRow purchase, List<Entitlement> entitlements) {
        try {
            byte[] bytes = Json.MAPPER.writeValueAsBytes(entitlements);
            String key = purchase.orderId() + "/" + purchase.vendorReference() + "/" + Sha256.hex(bytes) + ".json";
            keys.keep(key, bytes, "application/json");
            return key;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("entitlements cannot be written as JSON", impossible);
        }
    }

    /** All of these batches, in their order. */
    public List<Entitlement> readAll(List<String> objects) {
        List<Entitlement> all = new ArrayList<>();
        for (String object : objects) all.addAll(read(object));
        return all;
    }

    private List<Entitlement> read(String key) {
        try {
            return Json.MAPPER.readValue(keys.read(key), new TypeReference<List<Entitlement>>() {});
        } catch (IOException broken) {
            // Without the cause, whose message may quote a key.
            throw new IllegalStateException("the entitlements " + key + " cannot be read");
        }
    }
}
