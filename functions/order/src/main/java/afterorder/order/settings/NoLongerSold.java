package afterorder.order.settings;

import afterorder.order.Language;
import java.time.LocalDate;
import java.util.Map;

/**
 * Why the vendor does not sell something at a date.
 *
 * @param from the first date at which it is not sold
 * @param reason in each language
 */
public record NoLongerSold(LocalDate from, Map<Language, String> reason) {

    /** For programs and staff, to be read after what it is about. */
    public String detail() {
        return "is not sold from " + from + " on: " + reason.get(Language.EN);
    }
}
