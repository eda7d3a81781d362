package afterorder.acceptance.crash;

import afterorder.acceptance.shop.Sha256;
import java.math.BigInteger;

/** The number that an order will get: it follows from its sender and the sender's key, so that faults can await it. */
final class OrderNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    private static final int BITS = 5;

    private OrderNumber() {}

    static String of(String sender, String key) {
        BigInteger bits = new BigInteger(1, Sha256.of(sender + "\n" + key)).shiftRight(256 - BITS * LENGTH);
        StringBuilder number = new StringBuilder();
        for (int position = LENGTH - 1; position >= 0; position--) {
            number.append(ALPHABET.charAt(bits.shiftRight(BITS * position).intValue() & 31));
        }
        return number.toString();
    }
}
