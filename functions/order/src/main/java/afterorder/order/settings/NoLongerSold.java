package afterorder.order.settings;

import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import java.time.LocalDate;
import java.util.Map;

/**
 * Why the vendor does not sell something at a date.
 *
 * @param from the first date at which it is not sold
 * @param reason in each language
 */
public record NoLongerSold(LocalDate from, Map<Language, String> reason) {

    /** @param name of the line's product */
    Statement ofLine(int number, String name) {
        return Phrase.LINE_NO_LONGER_SOLD.with(number, name, from, reason.get(Language.DE), reason.get(Language.EN));
    }

    /** For programs and staff, to be read after what it is about. */
    public String detail() {
        return "is not sold from " + from + " on: " + reason.get(Language.EN);
    }
}
