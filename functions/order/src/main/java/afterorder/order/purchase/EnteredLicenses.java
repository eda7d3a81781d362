package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.fields.Mistakes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The licenses that the desk has entered for a purchase, each SEN once: the last entry for it counts. */
public final class EnteredLicenses {
    /** More in one call are refused; as many stand in one object of the bucket of keys. */
    public static final int MOST_AT_ONCE = 500;

    private final Map<String, EnteredLicense> bySen;

    private EnteredLicenses(Map<String, EnteredLicense> bySen) {
        this.bySen = bySen;
    }

    /** @param entered the earliest first */
    public static EnteredLicenses of(Collection<EnteredLicense> entered) {
        Map<String, EnteredLicense> bySen = new LinkedHashMap<>();
        entered.forEach(license -> bySen.put(license.sen(), license));
        return new EnteredLicenses(bySen);
    }

    /** With what an entry says: a license that was entered before keeps its place. */
    public EnteredLicenses with(DeskEntry entry) {
        Map<String, EnteredLicense> more = new LinkedHashMap<>(bySen);
        entry.withdrawn().forEach(more::remove);
        entry.licenses().forEach(license -> more.put(license.sen(), license));
        return new EnteredLicenses(more);
    }

    public int count() {
        return bySen.size();
    }

    /** The SENs that were entered for a line. */
    public List<String> sensOf(int line) {
        return bySen.values().stream()
                .filter(license -> license.line() == line)
                .map(EnteredLicense::sen)
                .toList();
    }

    /** In as many lists as there are objects to keep them in. */
    public List<List<EnteredLicense>> batches() {
        List<EnteredLicense> all = List.copyOf(bySen.values());
        List<List<EnteredLicense>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            batches.add(all.subList(from, Math.min(from + MOST_AT_ONCE, all.size())));
        }
        return batches;
    }

    /** What of an entry cannot be, after what was entered before. No key is quoted. @param lines of the purchase */
    public void check(DeskEntry entry, Map<Integer, LicenseLine> lines, Mistakes mistakes) {
        List<EnteredLicense> licenses = entry.licenses();
        Set<String> named = new HashSet<>();
        Map<Integer, Integer> free = free(entry, lines);
        for (int index = 0; index < licenses.size(); index++) {
            EnteredLicense license = licenses.get(index);
            String place = "/licenses/" + index;
            if (!named.add(license.sen())) mistakes.add(place + "/sen", "is named twice");
            LicenseLine line = lines.get(license.line());
            if (line == null || line.deployment() != Deployment.DATA_CENTER) {
                mistakes.add(place + "/line", "must be a Data Center line of this purchase");
                continue;
            }
            if (line.transaction() == Transaction.RENEWAL && !license.sen().equals(line.sen())) {
                mistakes.add(place + "/sen", "must be " + line.sen() + ", which is renewed");
            }
            if (free.merge(license.line(), -1, Integer::sum) < 0) {
                mistakes.add(
                        place + "/line", "has no more than " + line.quantity() + " licenses: withdraw a SEN first");
            }
        }
    }

    /** How many more licenses each line takes, of those that the entry does not name. */
    private Map<Integer, Integer> free(DeskEntry entry, Map<Integer, LicenseLine> lines) {
        Set<String> replaced = new HashSet<>(entry.withdrawn());
        entry.licenses().forEach(license -> replaced.add(license.sen()));
        Map<Integer, Integer> free = new HashMap<>();
        lines.forEach((number, line) -> free.put(number, line.quantity()));
        bySen.values().stream()
                .filter(license -> !replaced.contains(license.sen()))
                .forEach(license -> free.merge(license.line(), -1, Integer::sum));
        return free;
    }
}
