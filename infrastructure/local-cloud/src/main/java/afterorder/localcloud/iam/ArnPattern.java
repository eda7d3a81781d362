package afterorder.localcloud.iam;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ARNs that a policy means. Wildcards stand within one of the six parts between colons and do not reach over them; in
 * the last part, which may have colons itself, they do. {@code *} alone is everything.
 */
public record ArnPattern(String text, List<Wildcard> parts) {
    private static final int PARTS = 6;
    private static final String EVERYTHING = "*";

    /** Empty when the text is neither {@code *} nor an ARN. */
    public static Optional<ArnPattern> of(String text) {
        if (text.equals(EVERYTHING)) return Optional.of(new ArnPattern(text, List.of()));
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals("arn")) return Optional.empty();
        return Optional.of(new ArnPattern(
                text,
                Arrays.stream(parts).map(part -> new Wildcard(part, false)).toList()));
    }

    public boolean matches(String arn) {
        if (parts.isEmpty()) return true;
        int begin = 0;
        for (int part = 0; part < PARTS - 1; part++) {
            int end = arn.indexOf(':', begin);
            if (end < 0 || !parts.get(part).matches(arn.substring(begin, end))) return false;
            begin = end + 1;
        }
        return parts.getLast().matches(arn.substring(begin));
    }
}
