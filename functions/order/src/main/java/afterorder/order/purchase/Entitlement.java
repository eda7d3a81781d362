package afterorder.order.purchase;

import static java.util.Objects.requireNonNull;

import afterorder.order.LicenseLine.Deployment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One license that the vendor sold: for Data Center a SEN and a key, for Cloud an entitlement number and a site, no key.
 * The key is a secret: it stands in the bucket of keys and in the delivery note, nowhere else.
 *
 * @param line of the order, from 1; a line of quantity 3 has three entitlements; 0 where it belongs to none
 * @param users the tier
 * @param endsOn the last day of maintenance or of the subscription
 */
public record Entitlement(
        int line,
        String product,
        Deployment deployment,
        int users,
        @Nullable String sen,
        @Nullable String key,
        @Nullable String entitlement,
        @Nullable String site,
        LocalDate startsOn,
        LocalDate endsOn) {

    public Entitlement {
        requireNonNull(product);
        requireNonNull(deployment);
        requireNonNull(startsOn);
        requireNonNull(endsOn);
    }

    /** Whether it runs for so many months: the last day may be the one before the anniversary or the anniversary itself. */
    public boolean lasts(int months) {
        LocalDate anniversary = startsOn.plusMonths(months);
        return endsOn.equals(anniversary) || endsOn.equals(anniversary.minusDays(1));
    }

    public Entitlement withKey(@Nullable String key) {
        return new Entitlement(line, product, deployment, users, sen, key, entitlement, site, startsOn, endsOn);
    }

    /** @param site where it was ordered for */
    Entitlement assignedTo(int line, @Nullable String site) {
        return new Entitlement(line, product, deployment, users, sen, key, entitlement, site, startsOn, endsOn);
    }

    /** Whether it comes with a key; who only wants to know that does not read it. */
    public boolean hasKey() {
        return key != null;
    }

    /** Without the key, so that no log can show it. */
    @Override
    public String toString() {
        return "Entitlement[line=%d, sen=%s, entitlement=%s, site=%s]".formatted(line, sen, entitlement, site);
    }
}
