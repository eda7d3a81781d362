package afterorder.order.intake;

import afterorder.order.fields.Fields;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the buyer reference (BT-10): the Leitweg-ID of a German authority, or what a company has in its stead.
 *
 * <p>A Leitweg-ID has a coarse part of digits, which begins with the number of a German state (01 to 16) or 99, perhaps a fine
 * part, and two check digits (ISO 7064, MOD 97-10). What has that form must have the right digits: a typing error would send
 * an invoice astray. Anything else is text that only the customer understands.
 */
final class BuyerReference {
    private static final String FIELD = "buyerReference";
    private static final int LONGEST = 50;
    private static final Pattern LEITWEG_ID =
            Pattern.compile("(0[1-9]|1[0-6]|99)\\d{0,10}(-[0-9A-Za-z]{1,30})?-\\d{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private BuyerReference() {}

    static @Nullable String read(Fields fields) {
        String text = fields.optionalText(FIELD, LONGEST);
        if (text == null || !LEITWEG_ID.matcher(text).matches() || hasRightCheckDigits(text)) return text;
        fields.refuse(FIELD, "has the form of a Leitweg-ID, but wrong check digits at its end");
        return null;
    }

    private static boolean hasRightCheckDigits(String leitwegId) {
        StringBuilder digits = new StringBuilder();
        leitwegId.replace("-", "").chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
