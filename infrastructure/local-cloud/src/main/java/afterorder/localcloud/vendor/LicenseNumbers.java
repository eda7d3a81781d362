package afterorder.localcloud.vendor;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** The numbers and keys that the vendor gives out: from a serial number, unique, and looking like real ones. */
final class LicenseNumbers {

    private static final long SENS = 9_000_000;
    private static final long ORDERS = 900_000_000;
    private static final long ENTITLEMENTS = 26L * 26 * 26 * 26 * 26 * 26 * 26 * 26 * 26;

    /** Without a common divisor with the count of numbers, so that each serial number gets one of its own. */
    private static final long STRIDE = 3_141_592_657L;

    /** What a real key begins with behind its length: a prefix, then zlib data. */
    private static final byte[] PREFIX = {13, 14, 12, 10, 15, 0x78, (byte) 0xda};

    /** Behind the licensed text stands its signature, which the length at the beginning does not count. */
    private static final int SIGNATURE = 47;

    private LicenseNumbers() {}

    /** {@code SEN-1234567}; the first nine million are unique. */
    static String sen(long serial) {
        return "SEN-" + (1_000_000 + Math.floorMod(serial * STRIDE, SENS));
    }

    /** {@code AT-123456789}, as orders in the vendor's portal are numbered here. */
    static String order(long serial) {
        return "AT-" + (100_000_000 + Math.floorMod(serial * STRIDE, ORDERS));
    }

    /** {@code E-ABC-DEF-GHI}. */
    static String entitlement(long serial) {
        long number = Math.floorMod(serial * STRIDE + 2_718_281_828_459L, ENTITLEMENTS);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            letters.insert(0, (char) ('A' + number % 26));
            number /= 26;
            if (i % 3 == 2) letters.insert(0, '-');
        }
        return "E" + letters;
    }

    /** Where the subscription of that number runs, if nobody has ever said. */
    static String site(String entitlement) {
        return entitlement.toLowerCase(Locale.ROOT) + ".atlassian.net";
    }

    /** A Data Center key of 600 to 900 characters: base64 in lines of 76, closed by its version and length. */
    static String key(long serial) {
        Random random = new Random(serial * STRIDE);
        byte[] content = new byte[450 + 3 * random.nextInt(33)];
        random.nextBytes(content);
        int length = content.length - Integer.BYTES - SIGNATURE;
        for (int i = 0; i < Integer.BYTES; i++) content[i] = (byte) (length >>> (8 * (Integer.BYTES - 1 - i)));
        System.arraycopy(PREFIX, 0, content, Integer.BYTES, PREFIX.length);
        String text = Base64.getEncoder().encodeToString(content);
        text = text + "X02" + Integer.toString(text.length(), 31);
        return text.replaceAll("(.{76})(?=.)", "$1\n");
    }
}
