package afterorder.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The number of an order: 13 characters of Crockford's base 32, 65 bits of a hash of its sender and the sender's key. */
public record OrderId(@JsonValue String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** @throws IllegalArgumentException when the value has not the form of an order's number */
    @JsonCreator
    public OrderId {
        if (!isValid(value)) throw new IllegalArgumentException("not an order number: " + value);
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** The same sender with the same key gets the same number: that is what makes a repeated post harmless. */
    public static OrderId of(String sender, String idempotencyKey) {
        BigInteger bits = new BigInteger(Sha256.hex(sender + "\n" + idempotencyKey), 16).shiftRight(256 - 5 * LENGTH);
        StringBuilder id = new StringBuilder();
        for (int position = LENGTH - 1; position >= 0; position--) {
            id.append(ALPHABET.charAt(bits.shiftRight(5 * position).intValue() & 31));
        }
        return new OrderId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
