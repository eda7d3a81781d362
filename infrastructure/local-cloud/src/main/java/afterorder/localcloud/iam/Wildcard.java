package afterorder.localcloud.iam;

/**
 * A text in which {@code *} stands for any number of characters, {@code ?} for one.
 *
 * @param ignoresCase as actions do; ARNs and values of conditions do not
 */
public record Wildcard(String text, boolean ignoresCase) {

    public boolean matches(String value) {
        int at = 0;
        int pattern = 0;
        int lastStar = -1;
        int afterStar = 0;
        while (at < value.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                lastStar = pattern++;
                afterStar = at;
            } else if (pattern < text.length() && isOne(text.charAt(pattern), value.charAt(at))) {
                pattern++;
                at++;
            } else if (lastStar >= 0) {
                // The star takes one character more, and all behind it is tried again.
                pattern = lastStar + 1;
                at = ++afterStar;
            } else {
                return false;
            }
        }
        while (pattern < text.length() && text.charAt(pattern) == '*') pattern++;
        return pattern == text.length();
    }

    private boolean isOne(char expected, char found) {
        if (expected == '?' || expected == found) return true;
        return ignoresCase && Character.toLowerCase(expected) == Character.toLowerCase(found);
    }
}
