package afterorder.localcloud.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one key of a request; one of the values must match.
 *
 * @param key in lower case, as their case means nothing
 */
public record Condition(Operator operator, String key, List<String> values) {
    /** The Amazon resource on whose behalf a service calls. */
    public static final String SOURCE_ARN = "aws:sourcearn";

    /** The account of the resource on whose behalf a service calls: there is only one here. */
    public static final String SOURCE_ACCOUNT = "aws:sourceaccount";

    /** Whether the request came by TLS. The edge stands for AWS's endpoints, which speak it, so here it is always true. */
    public static final String SECURE_TRANSPORT = "aws:securetransport";

    /** Of a listing: what the keys begin with. */
    public static final String PREFIX = "s3:prefix";

    /** Of a mail: the address in its header {@code From}. */
    public static final String FROM_ADDRESS = "ses:fromaddress";

    private static final Set<String> KNOWN = Set.of(SOURCE_ARN, SOURCE_ACCOUNT, SECURE_TRANSPORT, PREFIX, FROM_ADDRESS);

    /** Whether the local cloud can tell the value of that key. */
    public static boolean isKnown(String key) {
        return KNOWN.contains(key.toLowerCase(Locale.ROOT));
    }

    boolean holds(Map<String, String> circumstances) {
        @Nullable String found = circumstances.get(key);
        return found != null && values.stream().anyMatch(wanted -> operator.matches(wanted, found));
    }
}
