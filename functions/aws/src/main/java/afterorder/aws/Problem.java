package afterorder.aws;

import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** An error as our HTTP interface answers it: application/problem+json (RFC 9457). */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {

    public static Problem of(int status, String title, String detail) {
        return of(status, title, detail, List.of());
    }

    public static Problem of(int status, String title, String detail, List<Violation> errors) {
        return new Problem("about:blank", title, status, detail, errors);
    }

    public APIGatewayV2HTTPResponse response() {
        return Answers.json(status, this, Map.of("content-type", "application/problem+json"));
    }
}
