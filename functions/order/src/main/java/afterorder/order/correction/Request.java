package afterorder.order.correction;

import afterorder.order.OrderId;
import afterorder.order.Sha256;
import afterorder.order.row.RowKey;
import java.nio.charset.StandardCharsets;

/**
 * What is asked for, so that a repetition finds what came of the first time.
 *
 * @param name of the correction, made of the key that came with it
 * @param hash SHA-256 of all that is asked for, hex: tells a repetition from something else under the same key
 */
public record Request(String name, String hash) {
    private static final String SENDER = "correction";

    /** @param what is to be done with which invoice @param body as it came */
    public static Request of(String idempotencyKey, String what, byte[] body) {
        String all = what + "\n" + new String(body, StandardCharsets.UTF_8);
        return new Request(OrderId.of(SENDER, idempotencyKey).value(), Sha256.hex(all));
    }

    /** Where the row stands that it makes of an order. */
    public RowKey keyOf(OrderId order) {
        return RowKey.correction(order, name);
    }

    /** Whether that row came of this very request. */
    public boolean made(CorrectionRow row) {
        return row.requestHash().equals(hash);
    }
}
