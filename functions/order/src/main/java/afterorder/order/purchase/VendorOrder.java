package afterorder.order.purchase;

import afterorder.order.LineSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a purchase has got at the vendor.
 *
 * @param reference counts the vendor's references: rises only after a definite refusal
 * @param askedSince when the vendor was, or was about to be, asked under that reference for the first time; or when there was
 *     news of it since: from then on its outcome is awaited. That it will answer later is no news
 * @param readBack what has been read of what was sold; absent before the sale
 * @param deviating what was sold of the lines, where it is not as ordered: staff decides
 * @param desk the task of the person who buys; absent where a marketplace sells
 * @param earlierLinks how many links led to the pages of earlier tasks: those of a later task are counted on from there
 * @param lastEvent the vendor's event that told last of this order; absent when none has
 */
public record VendorOrder(
        int reference,
        @Nullable Instant askedSince,
        @Nullable ReadBack readBack,
        @Nullable LineSelection deviating,
        @Nullable DeskTask desk,
        int earlierLinks,
        @Nullable String lastEvent) {
    static final VendorOrder NEW = new VendorOrder(1, null, null, null, null, 0, null);

    /**
     * What has been read of what was sold.
     *
     * @param objects in the bucket of keys, one for each batch
     * @param next where to go on reading; absent when everything is read
     */
    public record ReadBack(
            Account account, List<String> objects, @Nullable String next) {
        public ReadBack {
            objects = List.copyOf(objects);
        }

        /** With one more batch. */
        public ReadBack and(String object, @Nullable String next) {
            List<String> more = new ArrayList<>(objects);
            more.add(object);
            return new ReadBack(account, more, next);
        }
    }

    /** How many links were made to the pages of the purchase's tasks. */
    int links() {
        return desk == null ? earlierLinks : desk.link();
    }

    /** Whether the desk has not entered another number of the vendor's since. */
    boolean isOfSameOrderAs(VendorOrder asked) {
        return desk == null || asked.desk == null || Objects.equals(desk.vendorOrder(), asked.desk.vendorOrder());
    }

    VendorOrder asking(Instant now) {
        return new VendorOrder(
                reference, askedSince == null ? now : askedSince, readBack, deviating, desk, earlierLinks, lastEvent);
    }

    /** There is news of the vendor, so its outcome is awaited anew. */
    VendorOrder heard(Instant now) {
        return new VendorOrder(
                reference, askedSince == null ? null : now, readBack, deviating, desk, earlierLinks, lastEvent);
    }

    VendorOrder toldBy(String event) {
        return new VendorOrder(reference, askedSince, readBack, deviating, desk, earlierLinks, event);
    }

    VendorOrder refused() {
        return new VendorOrder(reference + 1, null, null, null, null, links(), null);
    }

    VendorOrder with(ReadBack readBack) {
        return new VendorOrder(reference, askedSince, readBack, deviating, desk, earlierLinks, lastEvent);
    }

    VendorOrder with(@Nullable DeskTask desk) {
        return new VendorOrder(reference, askedSince, readBack, deviating, desk, earlierLinks, lastEvent);
    }

    VendorOrder deviating(LineSelection sold) {
        return new VendorOrder(reference, askedSince, readBack, sold, desk, earlierLinks, lastEvent);
    }

    /** Forgets what was read, so that it is read again, and how long the vendor was silent. */
    VendorOrder retried(Instant now) {
        return new VendorOrder(reference, askedSince == null ? null : now, null, null, desk, earlierLinks, lastEvent);
    }
}
