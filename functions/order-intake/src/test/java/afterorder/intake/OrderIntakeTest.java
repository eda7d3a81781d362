package afterorder.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Rows;
import afterorder.localcloud.queue.Message;
import afterorder.order.Json;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.row.Overdue;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdAnswer.Comparison;
import afterorder.order.tax.VatIdAnswer.Confirmed;
import afterorder.order.tax.VatIdAnswer.Definite;
import afterorder.order.tax.VatIdAnswer.Register;
import afterorder.order.tax.VatIdQuestion;
import afterorder.order.tax.VatIdRow;
import afterorder.order.tax.VatIdRow.Decision;
import afterorder.order.tax.VatIdRow.Proof;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class OrderIntakeTest {
    private static final String LICENSES = SampleOrder.body("licenses");

    private final LocalServices services;
    private final Deployed deployed;
    private final OrderIntake intake;
    private final String key = UUID.randomUUID().toString();
    private final OrderId id = OrderId.of("shop", key);

    OrderIntakeTest(LocalServices services) {
        this.services = services;
        this.deployed = services.function("OrderIntakeFunction");
        this.intake = intake(deployed);
    }

    @Test
    @Tag("S1")
    void takes_an_order_and_hands_it_to_its_confirmation() {
        APIGatewayV2HTTPResponse answer = post(LICENSES);
        assertThat(answer.getStatusCode()).isEqualTo(201);
        assertThat(answer.getHeaders())
                .containsEntry("location", "/orders/" + id)
                .doesNotContainKey("idempotent-replayed");
        assertThat(json(answer)).isEqualTo(json("""
                {"id": "%s", "receivedAt": "2026-11-23T08:15:30Z", "status": "open"}""".formatted(id)));
        assertThat(handedOver()).containsExactly("{\"orderId\":\"" + id + "\"}");
    }

    @Test
    void answers_a_repetition_with_the_same_bytes_and_does_nothing() {
        APIGatewayV2HTTPResponse first = post(LICENSES);
        APIGatewayV2HTTPResponse second =
                answer(posting(LICENSES).with("/requestContext/timeEpoch", 1_999_999_999_999L));
        assertThat(second.getStatusCode()).isEqualTo(201);
        assertThat(second.getHeaders())
                .containsEntry("idempotent-replayed", "true")
                .containsEntry("location", "/orders/" + id);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(handedOver()).hasSize(1);
    }

    @Test
    void takes_a_body_in_base64_as_the_body_that_it_is() {
        String encoded = Base64.getEncoder().encodeToString(LICENSES.getBytes(StandardCharsets.UTF_8));
        APIGatewayV2HTTPEvent event = posting(encoded).as(APIGatewayV2HTTPEvent.class);
        event.setIsBase64Encoded(true);
        assertThat(intake.handleRequest(event, new InvocationContext()).getStatusCode())
                .isEqualTo(201);
        assertThat(post(LICENSES).getHeaders()).containsEntry("idempotent-replayed", "true");
    }

    @Test
    void still_answers_the_receipt_when_the_date_of_purchase_has_passed() {
        String mixed = SampleOrder.body("mixed");
        APIGatewayV2HTTPResponse first = post(mixed);
        assertThat(first.getStatusCode()).isEqualTo(201);
        long after = Instant.parse("2028-01-10T08:00:00Z").toEpochMilli();
        APIGatewayV2HTTPResponse late = answer(posting(mixed).with("/requestContext/timeEpoch", after));
        assertThat(late.getStatusCode()).isEqualTo(201);
        assertThat(late.getBody()).isEqualTo(first.getBody());
        APIGatewayV2HTTPResponse other = answer(posting(mixed)
                .with("/headers/idempotency-key", UUID.randomUUID().toString())
                .with("/requestContext/timeEpoch", after));
        assertThat(other.getStatusCode()).isEqualTo(422);
    }

    @Test
    void refuses_another_body_under_a_used_key() {
        post(LICENSES);
        for (String other : List.of(SampleOrder.body("services"), SampleOrder.body("invalid"))) {
            APIGatewayV2HTTPResponse answer = post(other);
            assertThat(answer.getStatusCode()).isEqualTo(422);
            assertThat(json(answer).path("title").asText()).isEqualTo("Idempotency-Key was used");
        }
        assertThat(rows().order(id)).map(OrderRow::customerNumber).contains("C-10042");
    }

    @Test
    void does_not_use_up_the_key_of_a_refused_body() {
        APIGatewayV2HTTPResponse refused = post(SampleOrder.body("invalid"));
        assertThat(refused.getStatusCode()).isEqualTo(422);
        assertThat(refused.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(json(refused).path("errors").findValuesAsText("pointer"))
                .contains("/currency", "/customer/name", "/lines/0/quantity", "/lines/0/product");
        assertThat(rows().order(id)).isEmpty();
        assertThat(post(LICENSES).getStatusCode()).isEqualTo(201);
    }

    @Test
    void demands_a_key() {
        APIGatewayV2HTTPResponse answer = answer(posting(LICENSES).without("/headers/idempotency-key"));
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).contains("Idempotency-Key");
        assertThat(answer(posting(LICENSES).with("/headers/idempotency-key", "two words"))
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void refuses_what_is_no_json_or_too_large() {
        assertThat(post("{\"lines\": [").getStatusCode()).isEqualTo(400);
        assertThat(answer(posting("").without("/body")).getStatusCode()).isEqualTo(422);
        assertThat(post(" ".repeat(4 * 1024 * 1024) + LICENSES).getStatusCode()).isEqualTo(413);
        assertThat(rows().order(id)).isEmpty();
    }

    @Test
    void leaves_an_order_to_due_work_whose_message_got_lost() {
        OrderIntake dying = intake(services.function("OrderIntakeFunction").disturbed(Faults.Kind.DEAD_FROM_HERE, 2));
        APIGatewayV2HTTPEvent event = posting(LICENSES).as(APIGatewayV2HTTPEvent.class);
        assertThatThrownBy(() -> dying.handleRequest(event, new InvocationContext()))
                .hasMessageContaining("dead");
        assertThat(post(LICENSES).getHeaders()).containsEntry("idempotent-replayed", "true");
        OrderRow row = rows().order(id).orElseThrow();
        assertThat(row.overdue(row.receivedAt().plusSeconds(180))).isInstanceOf(Overdue.Begin.class);
    }

    @Test
    void shows_an_order_to_its_sender() {
        post(LICENSES);
        APIGatewayV2HTTPResponse shown = show("shop", "orders.read");
        assertThat(shown.getStatusCode()).isEqualTo(200);
        JsonNode order = json(shown);
        assertThat(order.path("id").asText()).isEqualTo(id.value());
        assertThat(order.path("status").asText()).isEqualTo("open");
        assertThat(order.path("confirmation").path("status").asText()).isEqualTo("received");
        assertThat(order.path("lines")).hasSize(2);
        assertThat(order.path("lines").get(0).path("unitPrice").asText()).isEqualTo("42000.00");
        assertThat(order.path("lines").get(1).path("number").asInt()).isEqualTo(2);
        assertThat(order.path("history").get(0).path("what").asText()).isEqualTo("received");
    }

    @Test
    @Tag("S14")
    void shows_whom_the_team_contacts_beside_the_customer() {
        String project = SampleOrder.body("project");
        post(project);
        JsonNode order = json(show("shop", "orders.read"));
        assertThat(order.path("customer")).isEqualTo(json(project).path("customer"));
        assertThat(order.path("serviceContact")).isEqualTo(json(project).path("serviceContact"));
    }

    @Test
    void shows_an_order_to_the_desk_and_to_no_other_sender() {
        post(LICENSES);
        assertThat(show("staff", "desk").getStatusCode()).isEqualTo(200);
        APIGatewayV2HTTPResponse foreign = show("another-shop", "orders.read orders.write");
        assertThat(foreign.getStatusCode()).isEqualTo(404);
        String unknown = answer(showing("shop", "orders.read").with("/pathParameters/id", "0000000000000"))
                .getBody();
        assertThat(foreign.getBody().replace(id.value(), "0000000000000")).isEqualTo(unknown);
        assertThat(answer(showing("shop", "orders.read").with("/pathParameters/id", "no-order"))
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void shows_the_check_of_a_vat_id_on_which_the_tax_depends() {
        post(LICENSES);
        assertThat(json(show("shop", "orders.read")).has("vatIdCheck")).isFalse();
        LambdaEvent abroad = LambdaEvent.of("order-intake")
                .with("/headers/idempotency-key", key + "-abroad")
                .with("/body", SampleOrder.body("abroad"));
        String orderId = json(answer(abroad)).path("id").asText();
        LambdaEvent showing = showing("shop", "orders.read").with("/pathParameters/id", orderId);
        assertThat(json(answer(showing)).at("/vatIdCheck")).hasToString("{\"status\":\"not-asked\"}");

        VatIdQuestion question = new VatIdQuestion("DE1", "FR83404833048", "Exemple SAS", "8 rue", "69002", "Lyon");
        Definite valid = new Confirmed(new Register("q-17", null, "evatr-0000"), new Comparison("A", null, null, null));
        VatIdRow known = rows().vatId(new OrderId(orderId));
        VatIdRow proven = rows().save(known.with(new Proof(SampleOrder.PLACED, question, valid)));
        assertThat(json(answer(showing)).at("/vatIdCheck"))
                .hasToString("{\"status\":\"confirmed\",\"askedAt\":\"%s\",\"requestId\":\"q-17\"}"
                        .formatted(SampleOrder.PLACED));
        rows().save(proven.decided(new Decision(Treatment.DOMESTIC, "no proof", SampleOrder.PLACED)));
        JsonNode decided = json(answer(showing)).at("/vatIdCheck");
        assertThat(decided.get("status").asText()).isEqualTo("decided");
        assertThat(decided.get("treatment").asText()).isEqualTo("domestic");
    }

    @Test
    void gives_each_sender_keys_of_its_own() {
        post(LICENSES);
        APIGatewayV2HTTPResponse others =
                answer(posting(LICENSES).with("/requestContext/authorizer/jwt/claims/sub", "another-shop"));
        assertThat(others.getStatusCode()).isEqualTo(201);
        assertThat(others.getHeaders()).doesNotContainKey("idempotent-replayed");
        assertThat(json(others).path("id").asText()).isNotEqualTo(id.value());
    }

    private APIGatewayV2HTTPResponse post(String body) {
        return answer(posting(body));
    }

    private LambdaEvent posting(String body) {
        return LambdaEvent.of("order-intake")
                .with("/headers/idempotency-key", key)
                .with("/body", body);
    }

    private APIGatewayV2HTTPResponse show(String subject, String scope) {
        return answer(showing(subject, scope));
    }

    private LambdaEvent showing(String subject, String scope) {
        return LambdaEvent.of("order-intake-show")
                .with("/pathParameters/id", id.value())
                .with("/requestContext/authorizer/jwt/claims/sub", subject)
                .with("/requestContext/authorizer/jwt/claims/scope", scope);
    }

    private APIGatewayV2HTTPResponse answer(LambdaEvent event) {
        return intake.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }

    /** The messages about this order. */
    private List<String> handedOver() {
        List<String> bodies = new ArrayList<>();
        List<Message> messages;
        do {
            messages = services.receive(deployed.variable("ACCEPTED_ORDERS_QUEUE"));
            messages.forEach(message -> bodies.add(message.body()));
        } while (!messages.isEmpty());
        return bodies.stream().filter(body -> body.contains(id.value())).toList();
    }

    private Rows rows() {
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        return new Rows(clients.dynamoDb(), deployed.variable("TABLE"));
    }

    private static OrderIntake intake(Deployed deployed) {
        return new OrderIntake(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
    }

    private static JsonNode json(APIGatewayV2HTTPResponse answer) {
        return json(answer.getBody());
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
