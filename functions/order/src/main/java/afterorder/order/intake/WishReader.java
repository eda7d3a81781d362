package afterorder.order.intake;

import afterorder.order.fields.Fields;
import afterorder.order.purchase.Wish;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads to when a purchase is to be moved. */
public final class WishReader {
    private static final String FIELD = "purchaseOn";
    private static final String AT_ONCE = "now";

    private WishReader() {}

    /**
     * @param body JSON in UTF-8: <code>{"purchaseOn": "2026-12-15"}</code>, or {@code "now"}
     * @param today in the seller's zone
     */
    public static Reading<Wish> read(byte[] body, LocalDate today) {
        return BodyReader.read(body, (fields, violations) -> wish(fields, today));
    }

    private static @Nullable Wish wish(Fields fields, LocalDate today) {
        if (!fields.has(FIELD)) {
            fields.refuse(FIELD, "is required: a date like \"2026-12-15\", or \"" + AT_ONCE + "\"");
            return null;
        }
        if (fields.is(FIELD, AT_ONCE)) return Wish.atOnce(today);
        LocalDate date = LineReader.purchaseOn(fields, today);
        return date == null ? null : Wish.on(date);
    }
}
