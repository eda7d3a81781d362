package afterorder.order.link;

import afterorder.order.OrderId;
import afterorder.order.Sha256;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import java.time.Instant;

/**
 * What a mailed link opens. The row is found by the hash of the link's token, so that nobody who reads the table can open
 * a document.
 *
 * @param objectKey of the document in the bucket of documents
 * @param until from then on the link is answered with 410
 */
public record MailedLink(
        String tokenHash, long version, OrderId orderId, String objectKey, Instant until, boolean revoked)
        implements Row {

    private static final String PART = "link";

    public static MailedLink to(String objectKey, OrderId order, String token, Instant until) {
        return new MailedLink(Sha256.hex(token), 0, order, objectKey, until, false);
    }

    public static RowKey keyOf(String token) {
        return new RowKey(Sha256.hex(token), PART);
    }

    public boolean isOpenAt(Instant now) {
        return !revoked && now.isBefore(until);
    }

    /** The document's name for the reader: {@code R-2026-00017.pdf}. */
    public String fileName() {
        return objectKey.substring(objectKey.lastIndexOf('/') + 1);
    }

    @Override
    public RowKey key() {
        return new RowKey(tokenHash, PART);
    }

    @Override
    public MailedLink withVersion(long version) {
        return new MailedLink(tokenHash, version, orderId, objectKey, until, revoked);
    }
}
