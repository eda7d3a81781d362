package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.Sha256;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What was bought, with its keys, in the bucket of keys: the one place besides the delivery note where a key may stand. */
public final class EntitlementStore {
    private static final String JSON = "application/json";

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
        return keepAll(purchase.orderId() + "/" + purchase.vendorReference(), entitlements);
    }

    /** All of these batches, in their order. */
    public List<Entitlement> readAll(List<String> objects) {
        return readAll(objects, new TypeReference<>() {});
    }

    /**
     * Stores what a person of the desk entered in one call; the same again changes nothing.
     *
     * @return where it stands, for the row
     */
    public String keepEntered(PurchaseRow purchase, List<EnteredLicense> entered) {
        return keepAll(purchase.orderId() + "/" + purchase.vendorReference() + "/entered", entered);
    }

    /** What was entered in all of these calls, in their order. */
    public List<EnteredLicense> readEntered(List<String> objects) {
        return readAll(objects, new TypeReference<>() {});
    }

    /**
     * Writes what is left of each batch over it; what is left already is not written again.
     *
     * @return what is left of all
     */
    public List<Entitlement> reduce(List<String> objects, UnaryOperator<List<Entitlement>> rest) {
        List<Entitlement> left = new ArrayList<>();
        for (String object : objects) {
            List<Entitlement> before = readAll(List.of(object));
            List<Entitlement> after = rest.apply(before);
            if (!after.equals(before)) keys.replace(object, bytes(after), JSON);
            left.addAll(after);
        }
        return left;
    }

    /** Nothing is left of what was entered in these calls. */
    public void forgetEntered(List<String> objects) {
        objects.forEach(object -> keys.replace(object, bytes(List.of()), JSON));
    }

    private String keepAll(String folder, List<?> licenses) {
        byte[] bytes = bytes(licenses);
        String key = folder + "/" + Sha256.hex(bytes) + ".json";
        keys.keep(key, bytes, JSON);
        return key;
    }

    private static byte[] bytes(List<?> licenses) {
        try {
            return Json.MAPPER.writeValueAsBytes(licenses);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("licenses cannot be written as JSON");
        }
    }

    private <T> List<T> readAll(List<String> objects, TypeReference<List<T>> type) {
        List<T> all = new ArrayList<>();
        for (String object : objects) all.addAll(read(object, type));
        return all;
    }

    private <T> List<T> read(String key, TypeReference<List<T>> type) {
        try {
            return Json.MAPPER.readValue(keys.read(key), type);
        } catch (IOException broken) {
            // Without the cause, whose message may quote a key.
            throw new IllegalStateException("the licenses " + key + " cannot be read");
        }
    }
}
