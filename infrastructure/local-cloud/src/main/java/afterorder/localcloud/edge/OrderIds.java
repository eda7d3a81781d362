package afterorder.localcloud.edge;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the order that a call is about, without knowing the functions' data: an id looks like no other word. */
final class OrderIds {
    private static final String ID = "[0-9A-HJKMNP-TV-Z]{13}";
    private static final Pattern IN_BODY =
            Pattern.compile("orderId.{0,120}?(?<![0-9A-Za-z])(" + ID + ")(?![0-9A-Za-z])");
    private static final Pattern IN_KEY = Pattern.compile("/(" + ID + ")(?=[/.-]|$)");

    private OrderIds() {}

    static Optional<String> inBody(byte[] body) {
        return first(IN_BODY, new String(body, StandardCharsets.UTF_8));
    }

    /** In {@code bucket/orders/<id>/...} or any other segment of an object's key. */
    static Optional<String> inKey(String bucketAndKey) {
        return first(IN_KEY, bucketAndKey);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
