package afterorder.localcloud.iam;

import java.util.Map;

/**
 * What a call needs to be allowed.
 *
 * @param action {@code dynamodb:GetItem}
 * @param resource its ARN
 * @param circumstances the keys that conditions may ask for, in lower case, beside {@code aws:SecureTransport}
 */
public record Access(String action, String resource, Map<String, String> circumstances) {

    public Access(String action, String resource) {
        this(action, resource, Map.of());
    }

    public Access with(String key, String value) {
        return new Access(action, resource, Map.of(key, value));
    }
}
