package afterorder.order.link;

import afterorder.order.OrderId;
import afterorder.order.Sha256;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mailed link opens. The row is found by the hash of the link's token, so that nobody who reads the table can open
 * anything.
 *
 * @param madeAt a revocation voids the links that were made until then
 * @param until from then on the link is answered with 410
 * @param renewals the last times that its reader asked for a new one
 */
public record MailedLink(
        String tokenHash,
        long version,
        OrderId orderId,
        Target target,
        Instant madeAt,
        Instant until,
        List<Instant> renewals)
        implements Row {

    private static final String PART = "link";
    private static final int MOST_RENEWALS = 3;
    private static final Duration A_DAY = Duration.ofDays(1);

    public MailedLink {
        renewals = List.copyOf(renewals);
    }

    public static MailedLink to(Target target, OrderId order, String token, Instant now, Duration life) {
        return new MailedLink(Sha256.hex(token), 0, order, target, now, now.plus(life), List.of());
    }

    public static RowKey keyOf(String token) {
        return new RowKey(Sha256.hex(token), PART);
    }

    public boolean isOpenAt(Instant now) {
        return now.isBefore(until);
    }

    /** Its reader asks for a new one; empty when that was done three times in the last day. */
    public Optional<MailedLink> renewed(Instant now) {
        List<Instant> lately = renewals.stream()
                .filter(asked -> asked.isAfter(now.minus(A_DAY)))
                .toList();
        if (lately.size() >= MOST_RENEWALS) return Optional.empty();
        List<Instant> more = Stream.concat(lately.stream(), Stream.of(now)).toList();
        return Optional.of(new MailedLink(tokenHash, version, orderId, target, madeAt, until, more));
    }

    @Override
    public RowKey key() {
        return new RowKey(tokenHash, PART);
    }

    @Override
    public MailedLink withVersion(long version) {
        return new MailedLink(tokenHash, version, orderId, target, madeAt, until, renewals);
    }
}
