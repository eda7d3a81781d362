package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void forbids_to_store_or_sniff_any_answer() {
        List.of(
                        Answers.json(200, Map.of(), Map.of()),
                        Answers.of(302, "", Map.of("location", "https://elsewhere.example")),
                        Problem.of(404, "Not found", "no such thing").response())
                .forEach(answer -> assertThat(answer.getHeaders())
                        .containsEntry("cache-control", "no-store")
                        .containsEntry("x-content-type-options", "nosniff"));
    }

    @Test
    void answers_json_with_the_headers_asked_for() throws Exception {
        APIGatewayV2HTTPResponse answer = Answers.json(201, Map.of("id", "1"), Map.of("location", "/orders/1"));
        assertThat(answer.getStatusCode()).isEqualTo(201);
        assertThat(answer.getHeaders())
                .containsEntry("content-type", "application/json")
                .containsEntry("location", "/orders/1");
        assertThat(answer.getBody()).isEqualTo("{\"id\":\"1\"}");
        assertThat(answer.getIsBase64Encoded()).isFalse();
    }

    @Test
    void answers_a_problem_as_rfc_9457_has_it() throws Exception {
        APIGatewayV2HTTPResponse plain =
                Problem.of(404, "Not found", "there is no order 1").response();
        assertThat(plain.getStatusCode()).isEqualTo(404);
        assertThat(plain.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(Json.MAPPER.readTree(plain.getBody())).isEqualTo(Json.MAPPER.readTree("""
                {"type": "about:blank", "title": "Not found", "status": 404, "detail": "there is no order 1"}"""));
        List<Violation> errors = List.of(new Violation("/lines/0/quantity", "must be at least 1"));
        assertThat(Json.MAPPER.readTree(Problem.of(422, "Not acceptable", "1", errors)
                        .response()
                        .getBody()))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"type": "about:blank", "title": "Not acceptable", "status": 422, "detail": "1",
                         "errors": [{"pointer": "/lines/0/quantity", "detail": "must be at least 1"}]}"""));
    }
}
