package afterorder.localcloud.iam.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** The body of a call as JSON. */
final class Parsed {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Parsed() {}

    /** A body that is no JSON has no fields; the service answers what it thinks of it. */
    static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            return JSON.missingNode();
        }
    }
}
