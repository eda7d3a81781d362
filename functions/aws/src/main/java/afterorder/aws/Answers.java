package afterorder.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Answers of the HTTP API; none may be stored on the way, none may be sniffed. */
public final class Answers {
    private Answers() {}

    public static APIGatewayV2HTTPResponse json(int status, Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>();
        all.put("content-type", "application/json");
        all.putAll(headers);
        return of(status, Items.json(body), all);
    }

    public static APIGatewayV2HTTPResponse of(int status, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>();
        all.put("cache-control", "no-store");
        all.put("x-content-type-options", "nosniff");
        all.putAll(headers);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }

    /** When the gateway took the request. */
    public static Instant receivedAt(APIGatewayV2HTTPEvent request) {
        return Instant.ofEpochMilli(request.getRequestContext().getTimeEpoch());
    }
}
