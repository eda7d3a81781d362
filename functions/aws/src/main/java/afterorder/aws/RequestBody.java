package afterorder.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a request carries. */
public final class RequestBody {
    private RequestBody() {}

    /** As it was sent, which the gateway may have encoded; empty when there is none. */
    public static byte[] of(APIGatewayV2HTTPEvent request) {
        String body = Optional.ofNullable(request.getBody()).orElse("");
        return request.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
