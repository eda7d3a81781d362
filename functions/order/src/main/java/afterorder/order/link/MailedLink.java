package afterorder.order.link;

import afterorder.order.OrderId;
import afterorder.order.Sha256;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import java.time.Instant;

/**
 * What a mailed link opens. The row is found by the hash of the link's token, so that nobody who reads the table can open
 * anything.
 *
 * @param until from then on the link is answered with 410
 */
public record MailedLink(String tokenHash, long version, OrderId orderId, Target target, Instant until, boolean revoked)
        implements Row {

    private static final String PART = "link";

    public static MailedLink to(Target target, OrderId order, String token, Instant until) {
        return new MailedLink(Sha256.hex(token), 0, order, target, until, false);
    }

    public static RowKey keyOf(String token) {
        return new RowKey(Sha256.hex(token), PART);
    }

    public boolean isOpenAt(Instant now) {
        return !revoked && now.isBefore(until);
    }

    @Override
    public RowKey key() {
        return new RowKey(tokenHash, PART);
    }

    @Override
    public MailedLink withVersion(long version) {
        return new MailedLink(tokenHash, version, orderId, target, until, revoked);
    }
}
