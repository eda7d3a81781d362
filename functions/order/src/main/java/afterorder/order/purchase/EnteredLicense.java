package afterorder.order.purchase;

import static java.util.Objects.requireNonNull;

/**
 * One Data Center license as the desk enters it from the vendor's portal. Only the original purchaser sees the key, so no
 * interface tells it: it stands in the bucket of keys, nowhere else.
 *
 * @param line of the order, from 1
 */
public record EnteredLicense(int line, String sen, String key) {

    public EnteredLicense {
        requireNonNull(sen);
        requireNonNull(key);
    }

    /** Without the key, so that no log can show it. */
    @Override
    public String toString() {
        return "EnteredLicense[line=%d, sen=%s]".formatted(line, sen);
    }
}
