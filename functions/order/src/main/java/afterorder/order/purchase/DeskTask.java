package afterorder.order.purchase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a person of the desk has to buy in the vendor's portal, and what the person has entered so far.
 *
 * @param remindAt when the desk is reminded: working hours are counted already
 * @param escalateAt when the desk's lead is told
 * @param link counts the links that were made to the pages of the purchase's tasks, over its whole life, so that none opens a
 *     task that it was not mailed for; only the last is valid
 * @param vendorOrder the vendor's number of the order; absent until it is entered
 * @param account what the vendor's portal shows of the technical contact; absent until it is entered
 * @param keyObjects where the keys that were entered stand in the bucket of keys, each license once, in batches
 * @param keys how many different licenses have been entered with their keys
 */
public record DeskTask(
        Instant since,
        Instant remindAt,
        Instant escalateAt,
        int link,
        @Nullable String vendorOrder,
        @Nullable Account account,
        List<String> keyObjects,
        int keys) {

    public DeskTask {
        keyObjects = List.copyOf(keyObjects);
    }

    static DeskTask begun(int link, Instant remindAt, Instant escalateAt, Instant now) {
        return new DeskTask(now, remindAt, escalateAt, link, null, null, List.of(), 0);
    }

    DeskTask withNewLink() {
        return new DeskTask(since, remindAt, escalateAt, link + 1, vendorOrder, account, keyObjects, keys);
    }

    DeskTask withVendorOrder(String vendorOrder) {
        return new DeskTask(since, remindAt, escalateAt, link, vendorOrder, account, keyObjects, keys);
    }

    DeskTask withAccount(Account account) {
        return new DeskTask(since, remindAt, escalateAt, link, vendorOrder, account, keyObjects, keys);
    }

    DeskTask withKeys(List<String> objects, int keys) {
        return new DeskTask(since, remindAt, escalateAt, link, vendorOrder, account, objects, keys);
    }

    /** Whether nothing was entered that says that the vendor sold. */
    @JsonIgnore
    boolean isUntouched() {
        return vendorOrder == null && keys == 0;
    }

    /** @param keysNeeded one for each Data Center license */
    @JsonIgnore
    public boolean isComplete(int keysNeeded) {
        return vendorOrder != null && account != null && keys >= keysNeeded;
    }
}
