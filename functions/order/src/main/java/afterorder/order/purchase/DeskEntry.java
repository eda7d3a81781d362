package afterorder.order.purchase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person of the desk enters at once of what was bought in the vendor's portal.
 *
 * @param vendorOrder the vendor's number of the order; absent when nothing is said of it
 * @param account what the portal shows of the technical contact; absent when nothing is said of it
 * @param licenses of Data Center, each with its key; one that was entered before is replaced
 * @param withdrawn SENs that were entered wrongly
 */
public record DeskEntry(
        @Nullable String vendorOrder, @Nullable Account account, List<EnteredLicense> licenses, Set<String> withdrawn) {

    public DeskEntry {
        licenses = List.copyOf(licenses);
        withdrawn = Set.copyOf(withdrawn);
    }

    /** Whether it says nothing but something of the account. */
    public boolean isOfAccountOnly() {
        return account != null && vendorOrder == null && licenses.isEmpty() && withdrawn.isEmpty();
    }

    /** The keys are not part of it. */
    DeskTask appliedTo(DeskTask task) {
        DeskTask ordered = vendorOrder == null ? task : task.withVendorOrder(vendorOrder);
        return account == null ? ordered : ordered.withAccount(account);
    }
}
