package afterorder.aws;

import afterorder.order.intake.BodyReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request carries. */
public final class RequestBody {
    private RequestBody() {}

    /** As it was sent, which the gateway may have encoded; empty when there is none. */
    public static byte[] of(APIGatewayV2HTTPEvent request) {
        String body = Optional.ofNullable(request.getBody()).orElse("");
        return request.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RefusedCall when it is no JSON, or not what it is to be: with every violation at once */
    public static <T> T read(APIGatewayV2HTTPEvent request, BodyReader<T> reader) {
        return switch (BodyReader.read(of(request), reader)) {
            case Reading.Accepted<T>(T value) -> value;
            case Reading.Refused<T>(List<Violation> violations) -> throw RefusedCall.violations(violations);
            case Reading.Unreadable<T>(Violation violation) -> throw new RefusedCall(Problem.notJson(violation));
        };
    }

    /**
     * The fields of a page's form (application/x-www-form-urlencoded), in their order, without the blanks around what was
     * written.
     *
     * @throws RefusedCall when it is none
     */
    public static Map<String, List<String>> form(APIGatewayV2HTTPEvent request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : new String(of(request), StandardCharsets.UTF_8).split("&")) {
            int end = pair.indexOf('=');
            if (end > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, end)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(end + 1)).strip());
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // Without the cause, whose message may quote a secret.
            throw RefusedCall.noForm();
        }
    }
}
