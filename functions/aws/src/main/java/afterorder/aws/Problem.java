package afterorder.aws;

import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as our HTTP interface answers it: application/problem+json (RFC 9457).
 *
 * @param members further ones, of that kind of problem
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static Problem of(int status, String title, String detail) {
        return of(status, title, detail, List.of());
    }

    public static Problem of(int status, String title, String detail, List<Violation> errors) {
        return new Problem("about:blank", title, status, detail, errors, Map.of());
    }

    /** The body is no JSON. */
    public static Problem notJson(Violation violation) {
        return of(400, "Not JSON", "the body " + violation.detail(), List.of(violation));
    }

    /** To anybody but its sender and the desk, an order does not exist. */
    public static Problem noOrder(String id) {
        return of(404, "Not found", "there is no order " + id + " of yours");
    }

    /** Others changed the same at the same time, again and again. */
    public static Problem crowded() {
        return of(503, "Changed meanwhile", "others changed it at the same time: try again");
    }

    public static Problem noRoute(String routeKey) {
        return of(404, "Not found", "no such route: " + routeKey);
    }

    public Problem with(String member, Object value) {
        return new Problem(type, title, status, detail, errors, Map.of(member, value));
    }

    public APIGatewayV2HTTPResponse response() {
        return response(Map.of());
    }

    public APIGatewayV2HTTPResponse response(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", "application/problem+json");
        return Answers.json(status, this, all);
    }
}
